import { profiles, type Profile } from './profiles.ts';

/** Certificates in PEM; `requestCert` asks the client for one that `ca` has signed and refuses the others. */
export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
  readonly ca?: string;
  readonly requestCert?: boolean;
}

/** A token bucket for each user, as Jira Data Center has it. */
export interface RateLimit {
  /** The size of the bucket. */
  readonly capacity: number;
  /** Tokens put back in each interval. */
  readonly fillRate: number;
  readonly intervalSeconds: number;
}

/** What a site is like. Everything is optional, and has the default of a plain private site. */
export interface JiraOptions {
  /** TCP port; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on; 127.0.0.1 by default. */
  readonly host?: string;
  /** Tomcat's context path: `/jira` by default; `''`, or one in mixed case like `/Jira`. */
  readonly contextPath?: string;
  /** Which version to be; `9.12` by default. */
  readonly profile?: Profile;
  /** Whether anonymous users may see the public projects; false by default. */
  readonly publicSite?: boolean;
  /** How many issues to generate; 3000 by default. */
  readonly issues?: number;
  /** `jira.search.views.default.max`: the largest page of `/search`; 1000 by default. */
  readonly pageCap?: number;
  /** Milliseconds by which every answer is delayed. */
  readonly latency?: number;
  readonly tls?: TlsOptions;
  /** Whether personal access tokens are switched on; by default where the version has them. */
  readonly tokensEnabled?: boolean;
  /** Whether Basic authentication is switched on; by default up to 10.x. */
  readonly basicEnabled?: boolean;
  /** Whether `X-AUSERNAME` is sent; true by default. */
  readonly userNameHeader?: boolean;
  /** The address that a connector without proxy settings believes to have; signatures are checked against it. */
  readonly seenBaseUrl?: string;
  /** The base URL as an administrator configured it, in `serverInfo` and links; the real one by default. */
  readonly configuredBaseUrl?: string;
  /** Seconds by which the server's clock is ahead. */
  readonly clockOffset?: number;
  /** Seconds; 600 by default. */
  readonly requestTokenLifetime?: number;
  /** Seconds; five years by default. The authorization lives 30 days longer. */
  readonly accessTokenLifetime?: number;
  /** Failed logins until a CAPTCHA is due; 3 by default. */
  readonly maximumLoginAttempts?: number;
  readonly rateLimit?: RateLimit;
  /** The language of error messages, and of the names of Jira's own types, statuses and fields. */
  readonly language?: 'en' | 'de';
  /** Milliseconds until a write shows up in `/search`; 0 by default. */
  readonly indexLag?: number;
  /** The search platform's window: a search beyond it answers 500. Absent by default. */
  readonly searchWindow?: number;
  /** Whether Jira Software is installed, and with it the agile resources; true by default. */
  readonly software?: boolean;
  /** Whether issues can be linked; true by default. */
  readonly issueLinking?: boolean;
  /** Which body an anonymous 401 has; Jira's own up to 9.x, the platform's from 10.0 on. */
  readonly unauthorizedShape?: 'jira' | 'platform';
  /** Whether OAuth 2.0 insists on https; true by default where the version has OAuth 2.0. */
  readonly requireHttps?: boolean;
}

/** The options with every default filled in. */
export type Settings = Required<Omit<JiraOptions, OptionalSetting>> & Pick<JiraOptions, OptionalSetting>;

type OptionalSetting = 'tls' | 'seenBaseUrl' | 'configuredBaseUrl' | 'rateLimit' | 'searchWindow';

/**
 * Fills in the defaults of a version.
 *
 * @throws {RangeError} when the context path is neither empty nor of the form `/name`
 */
export function resolveOptions(options: JiraOptions): Settings {
  const profile = options.profile ?? '9.12';
  const contextPath = options.contextPath ?? '/jira';
  if (!/^(?:\/[^/]+)*$/.test(contextPath)) {
    throw new RangeError(`contextPath must be empty or like /jira, not ${contextPath}`);
  }
  return {
    port: 0,
    host: '127.0.0.1',
    publicSite: false,
    issues: 3000,
    pageCap: 1000,
    latency: 0,
    tokensEnabled: profiles[profile].hasTokens,
    basicEnabled: profiles[profile].basicByDefault,
    userNameHeader: true,
    clockOffset: 0,
    requestTokenLifetime: 600,
    accessTokenLifetime: 157_680_000,
    maximumLoginAttempts: 3,
    language: 'en',
    indexLag: 0,
    software: true,
    issueLinking: true,
    unauthorizedShape: profiles[profile].unauthorizedShape,
    requireHttps: true,
    ...options,
    profile,
    contextPath,
  };
}
