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

  /** Goes through an authorization; `decision` is `allow` unless given. @throws {Error} when the page is not one */
  async authorize(url: string, { user, password = user, decision = 'allow' }: Visit): Promise<FinalPage> {
    let page = await this.open(url);
    if (hasForm(page.text, 'login-form')) {
      page = await this.submit(page, 'login-form', { os_username: user, os_password: password });
    }
    if (hasForm(page.text, 'login-form') && page.text.includes('os_captcha')) {
      const [, picture = ''] = /the picture shows: (\w+)/.exec(page.text) ?? [];
      page = await this.submit(page, 'login-form', { os_username: user, os_password: password, os_captcha: picture });
    }
    if (!hasForm(page.text, 'authorize')) return page;
    return this.submit(page, 'authorize', decision === 'allow' ? { approve: 'Allow' } : { deny: 'Deny' });
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

  async #send(url: string, init: { method: string; body?: URLSearchParams }): Promise<FinalPage> {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { Cookie: this.#cookieHeader(url), 'User-Agent': 'Mozilla/5.0 (emulated)' },
    });
    this.#keepCookies(url, response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (response.status === 302 && location !== null) return this.open(new URL(location, url).href);
    const text = await response.text();
    return { url, status: response.status, text, verifier: /verification code is '(\w+)'/.exec(text)?.[1] };
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
