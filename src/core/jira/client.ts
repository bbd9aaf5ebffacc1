/** Talks to one Jira as one user: addresses, headers, signatures, redirects, and what an answer means. */
import type { Clock } from '../../infrastructure/clock.ts';
import type { HttpClient, HttpRequest, HttpResponse } from '../../infrastructure/http/http.ts';
import { clockOffset, readOAuthProblem } from '../oauth/problems.ts';
import type { Credentials } from './credentials.ts';
import { answerError, captchaError, isJiraAnswer, permissionError, type Purpose, wantsCaptcha } from './error-answer.ts';
import type { Pace, Priority } from './pace.ts';
import { PasswordGuard, refusesPassword } from './password-guard.ts';
import { type LongList, openLongList } from './long-list.ts';
import { parseBody, readAnswer, withoutAnswer } from './read-answer.ts';
import { type CredentialLife, refusal } from './refusal.ts';
import { retryRead } from './retry.ts';
import { SingleFlight } from './single-flight.ts';

/** What a client is made from. */
export interface JiraClientOptions {
  /** Normalised, with no slash at the end. */
  readonly baseUrl: string;
  readonly http: HttpClient;
  readonly credentials: Credentials;
  readonly life: CredentialLife;
  /** Sent with each request, for a gateway. */
  readonly headers: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Our own name: Jira takes one like a browser's for a forged write (XSRF). */
  readonly userAgent: string;
  /** How Jira's clock differs; shared by all who talk to this server. */
  readonly skew: ClockSkew;
  /** Shared by all requests of this user to this server. */
  readonly pace: Pace;
  /** Milliseconds for one exchange. */
  readonly timeout: number;
}

/** How the clock of a server differs from the one of this machine, as far as a refused signature told. */
export interface ClockSkew {
  /** Seconds to add to this machine's clock. */
  seconds: number;
}

/** A request to Jira. */
export interface JiraRequest {
  /** Below the base URL, with a slash at the start. */
  readonly path: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly purpose?: Purpose;
  readonly signal: AbortSignal;
  /** `person` unless given. */
  readonly priority?: Priority;
  /** How a success is wanted where it is not to be parsed: `raw` for a file. Its value is then a `Buffer`. */
  readonly bytes?: HttpRequest['bytes'];
  /** The longest answer in bytes, where it is to be less than what is read at the most. */
  readonly maxSize?: number | undefined;
}

/** An answer that is a success. */
export interface JiraAnswer {
  /** The parsed body; `undefined` where there is none. */
  readonly value: unknown;
  /** Whom Jira took us for (`X-AUSERNAME`); `undefined` where something between removes the header. */
  readonly userName: string | undefined;
}

/** An answer with a list that is not read yet. */
export interface JiraListAnswer extends LongList {
  readonly userName: string | undefined;
}

const maxRedirects = 3;

/** One Jira and one user. It keeps no cookies: beside a token they make Jira refuse (facts, section 2). */
export class JiraClient {
  readonly #options: JiraClientOptions;
  readonly #password = new PasswordGuard();
  /** Bytes are handed on to whoever reads them, who may take them apart. */
  readonly #reads = new SingleFlight<HttpResponse>((response) => (response.bytes === undefined ? response : { ...response, bytes: Buffer.from(response.bytes) }));

  constructor(options: JiraClientOptions) {
    this.#options = options;
  }

  get baseUrl(): string {
    return this.#options.baseUrl;
  }

  /** Whether Jira counts this user's requests (rate limiting), as far as its answers told. */
  get isCounted(): boolean {
    return this.#options.pace.isCounted;
  }

  /**
   * Asks Jira, and reads its answer as JSON.
   *
   * @throws {JiraError} for whatever is no success; credentials that Jira silently ignores are an error too
   */
  async request(request: JiraRequest): Promise<JiraAnswer> {
    const { response, url, userName } = await this.#succeed(request);
    return { value: response.bytes ?? readAnswer(response, url, () => parseBody(response.body)), userName };
  }

  /**
   * Asks Jira for an object with a list of any length, to be read a few elements at a time.
   *
   * @param member the name of the list
   * @throws {JiraError} as `request` does; so does reading the list
   */
  async requestList(request: JiraRequest, member: string): Promise<JiraListAnswer> {
    const { response, url, userName } = await this.#succeed({ ...request, bytes: 'utf-8' });
    const json = response.bytes!;
    const { members, pieces } = readAnswer(response, url, () => openLongList(json, member));
    return {
      members,
      userName,
      *pieces() {
        const reader = pieces();
        const advance = () => readAnswer(response, url, () => reader.next());
        for (let next = advance(); next.done !== true; next = advance()) yield next.value;
      },
    };
  }

  async #succeed(request: JiraRequest): Promise<{ response: HttpResponse; url: string; userName: string | undefined }> {
    const { response, url } = await this.#follow(request);
    const isRefused = this.#options.credentials.type === 'basic' && refusesPassword(response);
    const userName = isRefused ? 'anonymous' : readUserName(response);
    if (response.status >= 300 || userName === 'anonymous') await this.#assertIdentity(request, response, userName);
    if (response.status >= 300) throw answerError(response, url, request.purpose ?? 'other');
    return { response, url, userName };
  }

  /**
   * Makes sure that Jira knows who asks, for answers in which an unknown user looks like an empty list.
   *
   * @throws {JiraError} `credentialsRejected` or `credentialsExpired`
   */
  async confirmIdentity(signal: AbortSignal): Promise<void> {
    if (this.#options.credentials.type !== 'none') await this.request({ path: myselfPath, signal });
  }

  /** One exchange, whatever the status of its answer: for probing and for the OAuth endpoints. */
  async exchange(request: JiraRequest): Promise<HttpResponse> {
    try {
      return await this.#sendInTime(request, this.#url(request));
    } catch (error) {
      throw withoutAnswer(error);
    }
  }

  /** A redirect is followed only as a read within the same Jira, signed anew; credentials go nowhere else. */
  async #follow(request: JiraRequest): Promise<{ response: HttpResponse; url: string }> {
    let url = this.#url(request);
    for (let hops = 0; ; hops += 1) {
      const response = await this.#read(request, url);
      const location = response.headers['location'];
      const isRedirect = response.status >= 300 && response.status < 400 && location !== undefined;
      if (!isRedirect || hops === maxRedirects || (request.method ?? 'GET') !== 'GET') return { response, url };
      const target = URL.canParse(location, url) ? new URL(location, url).href : '';
      if (!target.startsWith(`${this.baseUrl}/rest/`)) return { response, url };
      url = target;
    }
  }

  /** Equal reads are one and are tried again; a write is never sent twice. */
  async #read(request: JiraRequest, url: string): Promise<HttpResponse> {
    const { method = 'GET', purpose } = request;
    try {
      return await (method === 'GET' || purpose === 'search' ? this.#readOnce(request, url) : this.#write(request, url));
    } catch (error) {
      throw withoutAnswer(error);
    }
  }

  #readOnce(request: JiraRequest, url: string): Promise<HttpResponse> {
    const { pace, clock } = this.#options;
    const { method = 'GET', json, bytes, maxSize, priority = 'person', signal } = request;
    const name = JSON.stringify([method, url, json, bytes, maxSize]);
    return this.#reads.run({
      name,
      priority,
      signal,
      start: (flight) => retryRead(() => pace.run(() => this.#sendInTime({ ...request, signal: flight.signal }, url), flight.priority, flight.signal, flight.id), clock, flight.signal),
      lift: ({ id, priority: higher }) => pace.lift(id, higher),
    });
  }

  /** What is read while a change is under way may be of before it: who asks afterwards gets another answer. */
  async #write(request: JiraRequest, url: string): Promise<HttpResponse> {
    const { priority = 'person', signal } = request;
    this.#reads.part();
    try {
      return await this.#options.pace.run(() => this.#sendInTime(request, url), priority, signal);
    } finally {
      this.#reads.part();
    }
  }

  /** Signs by Jira's clock: a time that it refuses tells what that is. */
  async #sendInTime(request: JiraRequest, url: string): Promise<HttpResponse> {
    const response = await this.#send(request, url);
    if (response.status !== 400 && response.status !== 401) return response;
    const problem = readOAuthProblem(response);
    if (problem?.problem !== 'timestamp_refused') return response;
    const offset = clockOffset(problem, this.#now());
    const { skew } = this.#options;
    if (offset === undefined || offset === skew.seconds) return response;
    skew.seconds = offset;
    return this.#send(request, url);
  }

  async #send(request: JiraRequest, url: string): Promise<HttpResponse> {
    const { http, credentials, headers, userAgent, timeout } = this.#options;
    const method = request.method ?? 'GET';
    const body = request.json === undefined ? undefined : JSON.stringify(request.json);
    const exchange = () => http.send({
      method,
      url,
      headers: {
        ...headers,
        accept: request.bytes === 'raw' ? '*/*' : 'application/json',
        'user-agent': userAgent,
        ...(method === 'GET' ? {} : { 'x-atlassian-token': 'no-check' }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...credentials.authorize({ method, url }, this.#now() + this.#options.skew.seconds),
      },
      body,
      signal: request.signal,
      timeout,
      bytes: request.bytes,
      maxBodySize: request.maxSize,
    });
    return credentials.type === 'basic' ? this.#password.run(exchange, request.signal) : exchange();
  }

  /**
   * Tells apart “refused” from “not logged in”: Jira treats credentials that it does not know as
   * nobody's, and then says that projects, fields and issues do not exist.
   */
  async #assertIdentity(request: JiraRequest, response: HttpResponse, userName: string | undefined): Promise<void> {
    const { credentials, life, clock } = this.#options;
    const { status } = response;
    if (credentials.type === 'none' || status >= 500 || status === 429 || (status >= 300 && status < 400)) return;
    if (readOAuthProblem(response) !== undefined) return;
    if (wantsCaptcha(response)) throw captchaError(this.#url(request), status);
    const meant = status < 300 ? undefined : answerError(response, this.#url(request), 'other');
    if (meant?.kind === 'unsupported') throw meant;
    const refused = refusal(credentials.type, life, clock.now(), status);
    if (userName === 'anonymous') throw refused;
    const mayAsk = userName === undefined && request.path !== myselfPath && credentials.type !== 'basic';
    if (status === 401 && userName === undefined && !isJiraAnswer(response)) throw meant;
    if (status === 401 && userName === undefined && !mayAsk) throw refused;
    if (mayAsk && [400, 401, 403, 404].includes(status)) await this.confirmIdentity(request.signal);
    // A user whom Jira knows lacks a permission: some resources say so by 401, for instance `/watchers` and `/issueLink`.
    if (status === 401) throw permissionError(response);
  }

  #url({ path, query = [] }: JiraRequest): string {
    const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
    return this.baseUrl + path + (search === '' ? '' : `?${search}`);
  }

  #now(): number {
    return Math.floor(this.#options.clock.now() / 1000);
  }
}

/** The user's own record: the one answer that tells for sure whether Jira knows who asks. */
export const myselfPath = '/rest/api/2/myself';

/** RFC 3986, as OAuth encodes (RFC 5849, section 3.6), so that what is signed is what is sent. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function readUserName(response: HttpResponse): string | undefined {
  const name = response.headers['x-ausername'];
  if (name === undefined) return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
