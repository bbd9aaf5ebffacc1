import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** What a page of Jira, or the page that a callback answered with, shows at the end. */
export interface FinalPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  /** The code that an `oob` page shows. */
  readonly verifier: string | undefined;
}

/** Whom to log in as, and which button to press. */
export interface Visit {
  readonly user: string;
  /** The user's name unless given. */
  readonly password?: string;
  readonly decision?: 'allow' | 'deny';
}

/**
 * Plays the person in front of a browser: opens an authorization page, logs in by the form, presses a button, and
 * follows where it leads. Cookies are kept from visit to visit, by origin.
 */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #tls: RequestOptions & { readonly ca?: string };

  /** `ca` is a certificate authority in PEM to trust beside the usual ones. */
  constructor(tls: { readonly ca?: string } = {}) {
    this.#tls = tls;
  }

  /** Goes through an authorization; `decision` is `allow` unless given. @throws {Error} when the page is not one */
  async authorize(url: string, { user, password = user, decision = 'allow' }: Visit): Promise<FinalPage> {
    const page = await this.#passLogin(await this.open(url), user, password);
    if (!hasForm(page.text, 'authorize')) return page;
    return this.submit(page, 'authorize', decision === 'allow' ? { approve: 'Allow' } : { deny: 'Deny' });
  }

  /** Logs in to a Jira by its form, and solves the CAPTCHA if there is one. */
  async logIn(baseUrl: string, user: string, password = user): Promise<FinalPage> {
    return this.#passLogin(await this.open(`${baseUrl}/login.jsp`), user, password);
  }

  /** Opens a page, and follows redirects. */
  async open(url: string): Promise<FinalPage> {
    return this.#send(url, { method: 'GET' });
  }

  /** Fills in a form of a page, and sends it. */
  async submit(page: FinalPage, form: string, values: Readonly<Record<string, string>>): Promise<FinalPage> {
    const [, attributes = '', content = ''] = formPattern(form).exec(page.text) ?? [];
    if (attributes === '') throw new Error(`no form ${form} on ${page.url}:\n${page.text}`);
    const action = new URL(unescapeHtml(attribute(attributes, 'action') ?? page.url), page.url);
    const hidden = [...content.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, input = '']): [string, string] => [
      attribute(input, 'name') ?? '',
      unescapeHtml(attribute(input, 'value') ?? ''),
    ]);
    const body = new URLSearchParams([...hidden, ...Object.entries(values)]);
    return this.#send(action.href, { method: 'POST', body });
  }

  async #passLogin(page: FinalPage, user: string, password: string): Promise<FinalPage> {
    if (!hasForm(page.text, 'login-form')) return page;
    const values = { os_username: user, os_password: password };
    const next = await this.submit(page, 'login-form', values);
    const [, picture] = /the picture shows: (\w+)/.exec(next.text) ?? [];
    return picture === undefined ? next : this.submit(next, 'login-form', { ...values, os_captcha: picture });
  }

  async #send(url: string, init: { method: string; body?: URLSearchParams }): Promise<FinalPage> {
    const { status, headers, text } = await exchange(url, {
      ...this.#tls,
      method: init.method,
      headers: {
        Cookie: this.#cookieHeader(url),
        'User-Agent': 'Mozilla/5.0 (emulated)',
        ...(init.body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
      body: init.body?.toString(),
    });
    this.#keepCookies(url, headers['set-cookie'] ?? []);
    const { location } = headers;
    if (status === 302 && location !== undefined) return this.open(new URL(location, url).href);
    return { url, status, text, verifier: /verification code is '(\w+)'/.exec(text)?.[1] };
  }

  #cookieHeader(url: string): string {
    const cookies = this.#cookies.get(new URL(url).origin) ?? new Map<string, string>();
    return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keepCookies(url: string, lines: readonly string[]): void {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    this.#cookies.set(origin, jar);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function exchange(url: string, { body, ...options }: RequestOptions & { readonly body: string | undefined }): Promise<Answer> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, { ...options, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

function hasForm(page: string, form: string): boolean {
  return formPattern(form).test(page);
}

function formPattern(form: string): RegExp {
  return new RegExp(`<form ([^>]*(?:id|name)="${form}"[^>]*)>([\\s\\S]*?)</form>`);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];
}

function unescapeHtml(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
