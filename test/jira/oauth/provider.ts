import type { User, UserDirectory } from '../data/users.ts';
import { ConsumerStore } from './consumers.ts';
import { requireParameters, valueOf, type OAuthMessage } from './message.ts';
import { OAuthProblem } from './problem.ts';
import { TokenStore, type AccessToken, type RequestToken } from './tokens.ts';
import { MessageVerifier } from './verify.ts';

const invalidCallback =
  'As per OAuth spec version 1.0 Revision A Section 6.1 <http://oauth.net/core/1.0a#auth_step1>, the oauth_callback ' +
  'parameter is required and must be either a valid, absolute URI using the http or https scheme, or ' +
  "'oob' if the callback has been established out of band. The following invalid URI was supplied ";

/** An OAuth 1.0a service provider that behaves like Atlassian's. */
export class OAuthProvider {
  readonly consumers = new ConsumerStore();
  readonly tokens: TokenStore;
  readonly #verifier: MessageVerifier;
  readonly #users: UserDirectory;
  readonly #now: () => number;

  constructor(users: UserDirectory, now: () => number, requestLifetime: number, accessLifetime: number) {
    this.tokens = new TokenStore(now, requestLifetime, accessLifetime);
    this.#verifier = new MessageVerifier(now);
    this.#users = users;
    this.#now = now;
  }

  /** @throws {OAuthProblem} */
  requestToken(message: OAuthMessage): RequestToken {
    requireParameters(message, 'oauth_consumer_key');
    const consumer = this.consumers.find(valueOf(message, 'oauth_consumer_key') ?? '');
    if (consumer === undefined) throw new OAuthProblem('consumer_key_unknown');
    this.#verifier.verify(message, consumer.publicKey);
    requireParameters(message, 'oauth_callback');
    return this.tokens.request(consumer, callbackOf(valueOf(message, 'oauth_callback') ?? ''));
  }

  /** Exchanges an approved request token, or renews an access token. @throws {OAuthProblem} */
  accessToken(message: OAuthMessage): AccessToken {
    requireParameters(message, 'oauth_token');
    const token = this.tokens.find(valueOf(message, 'oauth_token') ?? '');
    if (token === undefined) throw new OAuthProblem('token_rejected');
    const userName = token.kind === 'request' ? this.#checkApproval(message, token) : this.#checkRenewal(message, token);
    this.#verifier.verify(message, token.consumer.publicKey);
    return this.tokens.exchange(token, userName);
  }

  /** The request token of an authorization page. @throws {OAuthProblem} */
  tokenForAuthorization(name: string): RequestToken {
    const token = this.tokens.find(name);
    if (token === undefined || token.kind === 'access') throw new OAuthProblem('token_rejected');
    if (token.decision !== undefined) throw new OAuthProblem('token_used');
    if (token.expires < this.#now()) throw new OAuthProblem('token_expired');
    return token;
  }

  /** Who a signed request for a resource comes from. @throws {OAuthProblem} */
  authenticate(message: OAuthMessage): User {
    const consumer = this.consumers.find(valueOf(message, 'oauth_consumer_key') ?? '');
    if (consumer === undefined) throw new OAuthProblem('consumer_key_unknown');
    const token = this.tokens.find(valueOf(message, 'oauth_token') ?? '');
    if (token === undefined || token.kind === 'request') throw new OAuthProblem('token_rejected');
    if (token.consumer.key !== consumer.key) throw new OAuthProblem('token_rejected');
    if (token.expires < this.#now()) throw new OAuthProblem('token_expired');
    this.#verifier.verify(message, consumer.publicKey);
    const user = this.#users.find(token.userName);
    if (user === undefined || !user.active) throw new OAuthProblem('permission_denied');
    return user;
  }

  #checkApproval(message: OAuthMessage, token: RequestToken): string {
    if (token.expires < this.#now()) throw new OAuthProblem('token_expired');
    if (token.decision === undefined) throw new OAuthProblem('permission_unknown');
    if (token.decision.verifier === undefined) throw new OAuthProblem('permission_denied');
    if (token.consumer.key !== valueOf(message, 'oauth_consumer_key')) throw new OAuthProblem('token_rejected');
    requireParameters(message, 'oauth_verifier');
    if (token.decision.verifier !== valueOf(message, 'oauth_verifier')) throw new OAuthProblem('token_rejected');
    return token.decision.userName;
  }

  #checkRenewal(message: OAuthMessage, token: AccessToken): string {
    requireParameters(message, 'oauth_session_handle');
    if (token.session.handle !== valueOf(message, 'oauth_session_handle')) throw new OAuthProblem('token_rejected');
    if (token.session.expires < this.#now()) throw new OAuthProblem('permission_denied');
    return token.userName;
  }
}

function callbackOf(callback: string): string | undefined {
  if (callback === 'oob') return undefined;
  const absolute = URL.canParse(callback) && /^https?:\/\//i.test(callback);
  if (!absolute) {
    throw new OAuthProblem('parameter_rejected', [
      ['oauth_parameters_rejected', 'oauth_callback'],
      ['oauth_problem_advice', `${invalidCallback}'${callback}'`],
    ]);
  }
  return callback;
}
