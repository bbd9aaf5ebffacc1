import { randomBytes, randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { authenticate, bySession } from './auth/authenticate.ts';
import type { Identity } from './auth/identity.ts';
import { challenge, unauthorized } from './errors.ts';
import { Exchange } from './exchange.ts';
import { inGerman } from './german.ts';
import type { SeenRequest } from './journal.ts';
import { percentEncode } from './oauth/encoding.ts';
import { tomcatPage } from './pages.ts';
import { RateLimiter } from './rate-limit.ts';
import { html, json, redirect, Refusal, text, xml, type Reply } from './replies.ts';
import { Router, type Route } from './router.ts';
import { routes } from './routes/index.ts';
import type { Site } from './site.ts';

const router = new Router(routes);

/** Jira above its connections: finds out who asks, finds the resource, and adds Jira's headers to the answer. */
export class Application {
  readonly #site: Site;
  readonly #limiter: RateLimiter;
  #requests = 0;

  constructor(site: Site) {
    this.#site = site;
    this.#limiter = new RateLimiter(site.settings.rateLimit, () => site.now());
  }

  /** Answers a request; notes who asked in the journal's entry. */
  async answer(request: IncomingMessage, body: Buffer, seen: SeenRequest): Promise<Reply> {
    const { contextPath } = this.#site.settings;
    if (seen.path === contextPath && contextPath !== '') return redirect(`${contextPath}/`);
    if (!seen.path.startsWith(`${contextPath}/`)) return html(404, tomcatPage(404, 'Not Found', seen.path));
    const exchange = new Exchange(this.#site, request.method ?? 'GET', request.url ?? '', request.headers, body);
    const answered = await this.#handle(exchange, seen).catch((error: unknown) => {
      if (error instanceof Refusal) return error.reply;
      throw error;
    });
    const reply = this.#site.settings.language === 'de' ? inGerman(answered) : answered;
    return { ...reply, headers: { ...this.#headers(exchange), ...challenge(reply, this.#site.baseUrl), ...reply.headers } };
  }

  async #handle(exchange: Exchange, seen: SeenRequest): Promise<Reply> {
    const resource = /^\/(?:rest|secure\/attachment)\//.test(exchange.path);
    exchange.identity = resource ? authenticate(exchange) : bySession(exchange);
    seen.authentication = exchange.identity.kind;
    if (exchange.identity.user !== undefined) seen.userName = exchange.identity.user.name;
    const limits = this.#limiter.take(exchange);
    refuseForgery(exchange);
    const found = router.find(exchange.method, exchange.path);
    if (found === undefined) return notFound(exchange);
    if (found === 'wrongMethod') return html(405, tomcatPage(405, 'Method Not Allowed', 'Method Not Allowed'));
    this.#authorize(exchange, found.route);
    const reply = await found.route.handle(exchange, found.parameters);
    return { ...reply, headers: { ...limits, ...reply.headers } };
  }

  #authorize(exchange: Exchange, { access }: Route): void {
    if (access === 'everybody' || exchange.identity.user !== undefined) return;
    if (access === 'user' || !this.#site.settings.publicSite) throw unauthorized(exchange);
  }

  /** The headers that were recorded on a real cluster. */
  #headers(exchange: Exchange): Reply['headers'] {
    const { identity } = exchange;
    this.#requests += 1;
    return {
      Date: new Date(this.#site.now()).toUTCString(),
      'X-AREQUESTID': `${randomInt(1440)}x${this.#requests}x1`,
      'X-ANODEID': 'node1',
      'X-ASESSIONID': randomBytes(3).toString('hex'),
      ...(this.#site.settings.userNameHeader && { 'X-AUSERNAME': percentEncode(identity.user?.name ?? 'anonymous') }),
      ...(identity.loginReason !== undefined && { 'X-Seraph-LoginReason': identity.loginReason }),
      'Cache-Control': 'no-cache, no-store, no-transform',
      'X-XSS-Protection': '1; mode=block',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
      'Content-Security-Policy': "frame-ancestors 'self'",
      ...(identity.session === undefined && identity.kind !== 'bearer' && { 'Set-Cookie': this.#cookies(identity) }),
    };
  }

  /** A new session; a personal access token never has one that outlives the request. */
  #cookies({ kind, user }: Identity): string[] {
    const session = this.#site.sessions.open(kind === 'basic' ? user : undefined);
    const path = this.#site.settings.contextPath || '/';
    const token = `B0MX-${randomBytes(2).toString('hex').toUpperCase()}_${randomBytes(20).toString('hex')}`;
    return [
      `JSESSIONID=${session}; Path=${path}; HttpOnly`,
      `atlassian.xsrf.token=${token}_${user === undefined ? 'lout' : 'lin'}; Path=${path}`,
    ];
  }
}

/** A write that looks as if a browser had been tricked into it is refused, whatever its credentials. */
function refuseForgery({ method, path, headers, site }: Exchange): void {
  if (method === 'GET' || method === 'HEAD' || !path.startsWith('/rest/')) return;
  if (!/^Mozilla\//i.test(headers['user-agent'] ?? '')) return;
  const own = new URL(site.address).origin;
  const from = headers.origin ?? headers.referer ?? '';
  if (!URL.canParse(from) || new URL(from).origin !== own) throw new Refusal(text(403, 'XSRF check failed'));
}

/** Below `/rest/` Jersey answers, in JSON or XML; elsewhere, and for a plugin that is not there, Tomcat does. */
function notFound(exchange: Exchange): Reply {
  const { path, site } = exchange;
  const plugin = path.startsWith('/rest/') && !path.startsWith('/rest/api/');
  if (!path.startsWith('/rest/') || plugin) {
    return html(404, tomcatPage(404, 'Not Found', `The requested resource [${path}] is not available`));
  }
  const message = `null for uri: ${site.seenUrl(exchange)}`;
  return exchange.acceptsJson
    ? json(404, { message, 'status-code': 404 })
    : xml(404, `<status><status-code>404</status-code><message>${message}</message></status>`);
}
