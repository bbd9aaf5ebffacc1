import type { Exchange } from '../exchange.ts';
import { headerParameters, readMessage, valueOf } from '../oauth/message.ts';
import { OAuthProblem } from '../oauth/problem.ts';
import { errorPage } from '../pages.ts';
import { html, json, Refusal } from '../replies.ts';
import type { Identity } from './identity.ts';

const oauthParameters = [
  'oauth_consumer_key',
  'oauth_token',
  'oauth_signature_method',
  'oauth_signature',
  'oauth_timestamp',
  'oauth_nonce',
];

/**
 * Finds out who is asking: by OAuth's signature, by a personal access token, by Basic or by a cookie session.
 *
 * @throws {Refusal} where Jira refuses; a token that it does not know is just anonymous
 */
export function authenticate(exchange: Exchange): Identity {
  const authorization = exchange.headers.authorization ?? '';
  if (/^oauth\s/i.test(authorization)) return byOAuth(exchange) ?? { kind: 'anonymous' };
  if (/^bearer\s/i.test(authorization)) return byToken(exchange, authorization.slice('bearer'.length).trim());
  if (/^basic\s/i.test(authorization)) return byPassword(exchange, authorization.slice('basic'.length).trim());
  return bySession(exchange);
}

function byOAuth(exchange: Exchange): Identity | undefined {
  const { site } = exchange;
  try {
    const names = headerParameters(exchange.headers.authorization ?? '').map(([name]) => name);
    if (!oauthParameters.every((name) => names.includes(name))) return undefined;
    const message = readMessage(exchange);
    if (valueOf(message, 'oauth_token') === '') throw new OAuthProblem('permission_denied');
    return { kind: 'oauth', user: site.oauth.authenticate(message), loginReason: 'OK' };
  } catch (error) {
    if (error instanceof OAuthProblem) throw new Refusal(error.reply(site.seenBase(exchange)));
    throw error;
  }
}

function byToken(exchange: Exchange, raw: string): Identity {
  const { site } = exchange;
  if (!site.settings.tokensEnabled) return { kind: 'anonymous' };
  const session = exchange.cookies.get('JSESSIONID');
  if (session !== undefined && site.sessions.has(session)) site.sessions.close(session);
  else if (session !== undefined) {
    const reason = "os_authType was 'any' and an invalid cookie was sent.";
    throw new Refusal(html(401, errorPage('Unauthorized (401)', reason)));
  }
  const user = site.oauth2.userOf(raw) ?? site.tokens.findValid(raw)?.user;
  return user === undefined || !user.active ? { kind: 'anonymous' } : { kind: 'bearer', user };
}

function byPassword(exchange: Exchange, credentials: string): Identity {
  const { site } = exchange;
  if (!site.settings.basicEnabled) {
    throw new Refusal(json(403, { message: 'Basic Authentication has been disabled on this instance.' }));
  }
  const [name = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  const user = site.users.find(name);
  if (user !== undefined && site.failures.needsCaptcha(user)) {
    site.failures.add(user);
    throw new Refusal(denied(exchange));
  }
  if (user === undefined || !user.active || user.password !== password.join(':')) {
    if (user !== undefined) site.failures.add(user);
    const reason = 'AUTHENTICATED_FAILED';
    throw new Refusal(
      html(401, errorPage('Unauthorized (401)', `Basic Authentication Failure - Reason : ${reason}`), {
        'X-Seraph-LoginReason': reason,
      }),
    );
  }
  site.failures.reset(user);
  return { kind: 'basic', user, loginReason: 'OK' };
}

function denied(exchange: Exchange): Refusal['reply'] {
  const reason = 'AUTHENTICATION_DENIED';
  return html(403, errorPage('Forbidden (403)', `Basic Authentication Failure - Reason : ${reason}`), {
    'X-Seraph-LoginReason': reason,
    'X-Authentication-Denied-Reason': `CAPTCHA_CHALLENGE; login-url=${exchange.site.baseUrl}/login.jsp`,
  });
}

/** Finds out who is asking by the cookie alone, as Jira's own pages do. */
export function bySession({ site, cookies }: Exchange): Identity {
  const session = cookies.get('JSESSIONID');
  if (session === undefined || !site.sessions.has(session)) return { kind: 'anonymous' };
  const user = site.sessions.user(session);
  return user === undefined ? { kind: 'anonymous', session } : { kind: 'session', user, loginReason: 'OK', session };
}
