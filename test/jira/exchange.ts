import type { IncomingHttpHeaders } from 'node:http';
import type { Identity } from './auth/identity.ts';
import type { Site } from './site.ts';

/** A name and a value, decoded. */
export type Parameter = readonly [name: string, value: string];

/** One request as the routes see it. */
export class Exchange {
  readonly site: Site;
  readonly method: string;
  /** The path below the context path, still percent-encoded. */
  readonly path: string;
  readonly query: readonly Parameter[];
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Who is asking; set before a route is called. */
  identity: Identity = { kind: 'anonymous' };

  constructor(site: Site, method: string, target: string, headers: IncomingHttpHeaders, body: Buffer) {
    const [rawPath = '', ...rest] = target.split('?');
    this.site = site;
    this.method = method;
    this.path = rawPath.slice(site.settings.contextPath.length);
    this.query = parseForm(rest.join('?'));
    this.headers = headers;
    this.body = body;
  }

  /** The first value of a query parameter. */
  parameter(name: string): string | undefined {
    return this.query.find(([key]) => key === name)?.[1];
  }

  /** The parameters of a form body; none for any other kind of body. */
  get form(): readonly Parameter[] {
    const type = this.headers['content-type'] ?? '';
    return /^application\/x-www-form-urlencoded\b/i.test(type) ? parseForm(this.body.toString('utf8')) : [];
  }

  /** The cookies that were sent, by name. */
  get cookies(): ReadonlyMap<string, string> {
    const pairs = (this.headers.cookie ?? '').split(/;\s*/).filter((pair) => pair.includes('='));
    return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  }

  /** Whether the client listed JSON, or everything, among what it accepts. */
  get acceptsJson(): boolean {
    const accept = this.headers.accept ?? '*/*';
    return accept.includes('json') || accept.includes('*/*');
  }
}

/** Takes `application/x-www-form-urlencoded` text apart, as Tomcat does: `+` is a space, broken escapes stay. */
export function parseForm(form: string): Parameter[] {
  return form
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
    });
}

function decode(value: string): string {
  const spaced = value.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
