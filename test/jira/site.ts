import { LoginFailures, Sessions } from './auth/sessions.ts';
import { PersonalTokens } from './auth/tokens.ts';
import { generateIssues } from './data/generate.ts';
import type { CustomField } from './data/custom-fields.ts';
import { IssueHistory } from './data/issue-history.ts';
import { resolutions, type Resolution } from './data/catalogue.ts';
import { projects, type Project } from './data/projects.ts';
import { IssueStore } from './data/store.ts';
import { UserDirectory, type User } from './data/users.ts';
import type { Exchange } from './exchange.ts';
import { OAuthProvider } from './oauth/provider.ts';
import { OAuth2Provider } from './oauth/provider2.ts';
import type { Settings } from './options.ts';
import { profiles, type ProfileFacts } from './profiles.ts';

/** Everything that one Jira holds, apart from its connections. */
export class Site {
  readonly settings: Settings;
  readonly profile: ProfileFacts;
  readonly users = new UserDirectory();
  readonly projects: readonly Project[] = projects;
  readonly resolutions: readonly Resolution[] = resolutions;
  /** The fields that administrators made and put on the screens. */
  readonly customFields: CustomField[] = [];
  readonly history = new IssueHistory();
  readonly issues: IssueStore;
  readonly tokens: PersonalTokens;
  readonly sessions = new Sessions();
  readonly failures: LoginFailures;
  readonly oauth: OAuthProvider;
  readonly oauth2: OAuth2Provider;
  /** Seconds by which the server's clock is ahead. */
  clockOffset: number;
  #address = '';

  constructor(settings: Settings) {
    const now = (): number => this.now();
    this.settings = settings;
    this.profile = profiles[settings.profile];
    this.clockOffset = settings.clockOffset;
    this.issues = new IssueStore(generateIssues(settings.issues), now, settings.indexLag);
    this.tokens = new PersonalTokens(now);
    this.failures = new LoginFailures(settings.maximumLoginAttempts);
    this.oauth = new OAuthProvider(this.users, now, settings.requestTokenLifetime, settings.accessTokenLifetime);
    this.oauth2 = new OAuth2Provider(this.users, now);
  }

  /** Milliseconds since 1970 by the server's clock. */
  now(): number {
    return Date.now() + this.clockOffset * 1000;
  }

  /** The address that the server listens on, context path included and without a slash at the end. */
  get address(): string {
    return this.#address;
  }

  /** Notes where the server listens; the origin has no context path. */
  listensAt(origin: string): void {
    this.#address = origin + this.settings.contextPath;
  }

  /** The base URL as Jira itself believes it to be. */
  get baseUrl(): string {
    return this.settings.configuredBaseUrl ?? this.#address;
  }

  /** Scheme, authority and context path as Tomcat sees them in a request. */
  seenBase(exchange: Exchange): string {
    const { seenBaseUrl, tls, contextPath } = this.settings;
    if (seenBaseUrl !== undefined) return seenBaseUrl;
    return `${tls === undefined ? 'http' : 'https'}://${exchange.headers.host ?? ''}${contextPath}`;
  }

  /** The URL of a request as Tomcat sees it, without its query. */
  seenUrl(exchange: Exchange): string {
    return this.seenBase(exchange) + exchange.path;
  }

  /** The projects that a user, or an anonymous visitor, may see. */
  visibleProjects(user: User | undefined): Project[] {
    return this.projects.filter((project) => {
      if (user === undefined) return this.settings.publicSite && project.public;
      return project.members === undefined || project.members.includes(user.name);
    });
  }

  /** Whether a user, or an anonymous visitor, may see a project. */
  maySee(user: User | undefined, project: Project): boolean {
    return this.visibleProjects(user).includes(project);
  }
}
