import type { CustomField } from './data/custom-fields.ts';
import type { User, NewUser } from './data/users.ts';
import type { Issue } from './data/issue.ts';
import type { IssueChanges } from './data/store.ts';
import type { ApplicationLink } from './oauth/consumers.ts';
import type { OAuth2Client } from './oauth/provider2.ts';
import type { AccessToken } from './oauth/tokens.ts';
import type { Site } from './site.ts';

/** What an administrator does, without going through HTTP. */
export class Administration {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /** Adds an account, or changes the one of that name. The password is the name unless one is given. */
  addUser(user: NewUser): User {
    return this.#site.users.add(user);
  }

  /** Every account. */
  get users(): readonly User[] {
    return this.#site.users.all();
  }

  /** Sets a user's failed logins back, and with them the CAPTCHA. */
  resetFailedLogins(userName: string): void {
    this.#site.failures.reset(this.#site.users.get(userName));
  }

  /** Makes a personal access token; gives it raw. Without `expiresInSeconds` it never expires. */
  createToken(userName: string, options: { readonly name: string; readonly expiresInSeconds?: number } = { name: 'token' }): string {
    return this.#site.tokens.create(this.#site.users.get(userName), options.name, options.expiresInSeconds).raw;
  }

  /** Ends a personal access token's life now. */
  expireToken(rawToken: string): void {
    this.#site.tokens.expire(rawToken);
  }

  /** Forgets a personal access token. */
  revokeToken(rawToken: string): void {
    this.#site.tokens.revoke(rawToken);
  }

  /** Makes an incoming application link, or replaces the one of that consumer key. @throws {TypeError} for a bad key */
  createApplicationLink(link: ApplicationLink): void {
    this.#site.oauth.consumers.add(link);
  }

  /** Removes an application link, and with it every token of its consumer. */
  removeApplicationLink(consumerKey: string): void {
    const consumer = this.#site.oauth.consumers.find(consumerKey);
    if (consumer !== undefined) this.#site.oauth.tokens.revokeOf(consumer);
    this.#site.oauth.consumers.remove(consumerKey);
  }

  /** The OAuth 1.0a access tokens that a user has granted, without those that were revoked. */
  accessTokens(userName: string): readonly AccessToken[] {
    return this.#site.oauth.tokens.grantedBy(userName);
  }

  /** Revokes an access token, or all that a user has granted. */
  revokeAccessToken(which: { readonly token: string } | { readonly userName: string }): void {
    for (const token of this.#accessTokens(which)) this.#site.oauth.tokens.revoke(token.token);
  }

  /** Ends the life of an access token, or of all that a user has granted; their sessions go on, so they can be renewed. */
  expireAccessToken(which: { readonly token: string } | { readonly userName: string }): void {
    for (const token of this.#accessTokens(which)) this.#site.oauth.tokens.expire(token);
  }

  /** Registers a client of OAuth 2.0. */
  registerOAuth2Client(name: string, redirectUri: string): OAuth2Client {
    return this.#site.oauth2.register(name, redirectUri);
  }

  /** Sets the server's clock so many seconds ahead. */
  setClockOffset(seconds: number): void {
    this.#site.clockOffset = seconds;
  }

  /** Makes a field and puts it on the screens. */
  addCustomField(field: CustomField): void {
    this.#site.customFields.push(field);
  }

  /** Every issue as it is now, whatever the search index knows. */
  get issues(): readonly Issue[] {
    return this.#site.issues.all();
  }

  /** An issue as it is now, by key or id. @throws {RangeError} when there is none */
  issue(idOrKey: string): Issue {
    const issue = this.#site.issues.find(idOrKey);
    if (issue === undefined) throw new RangeError(`no issue ${idOrKey}`);
    return issue;
  }

  /** Changes an issue as somebody else would, without asking anybody. */
  changeIssue(idOrKey: string, changes: IssueChanges): Issue {
    return this.#site.issues.update(this.issue(idOrKey).id, changes);
  }

  /** Moves an issue to another project. @throws {RangeError} where there is none of the two */
  moveIssue(idOrKey: string, projectKey: string): Issue {
    const project = this.#site.projects.find(({ key }) => key === projectKey);
    if (project === undefined) throw new RangeError(`no project ${projectKey}`);
    return this.#site.issues.move(this.issue(idOrKey).id, project);
  }

  /** Deletes an issue with its sub-tasks, as somebody else would. */
  deleteIssue(idOrKey: string): void {
    this.#site.issues.delete(this.issue(idOrKey).id);
  }

  #accessTokens(which: { readonly token: string } | { readonly userName: string }): AccessToken[] {
    if ('userName' in which) return this.#site.oauth.tokens.grantedBy(which.userName);
    const token = this.#site.oauth.tokens.find(which.token);
    return token?.kind === 'access' ? [token] : [];
  }
}
