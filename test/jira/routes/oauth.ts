import { createHmac } from 'node:crypto';
import type { Exchange, Parameter } from '../exchange.ts';
import { formEncode } from '../oauth/encoding.ts';
import { readMessage, type OAuthMessage } from '../oauth/message.ts';
import { OAuthProblem } from '../oauth/problem.ts';
import type { AccessToken, RequestToken } from '../oauth/tokens.ts';
import { escapeHtml, jiraPage } from '../pages.ts';
import { html, redirect, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';
import { toLogin } from './login.ts';

/** The servlets of OAuth 1.0a, and the page on which the user decides. */
export const oauthRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/plugins/servlet/oauth/request-token', access: 'everybody', handle: requestToken },
  { method: 'POST', pattern: '/plugins/servlet/oauth/access-token', access: 'everybody', handle: accessToken },
  { method: 'GET', pattern: '/plugins/servlet/oauth/authorize', access: 'everybody', handle: ask },
  { method: 'POST', pattern: '/plugins/servlet/oauth/authorize', access: 'everybody', handle: decide },
  { method: 'GET', pattern: '/plugins/servlet/oauth/users/access-tokens', access: 'everybody', handle: listTokens },
];

function requestToken(exchange: Exchange): Reply {
  return answer(exchange, (message) => {
    const { token, secret } = exchange.site.oauth.requestToken(message);
    return [
      ['oauth_token', token],
      ['oauth_token_secret', secret],
      ['oauth_callback_confirmed', 'true'],
    ];
  });
}

function accessToken(exchange: Exchange): Reply {
  return answer(exchange, (message) => {
    const { token, secret, created, expires, session } = exchange.site.oauth.accessToken(message);
    return [
      ['oauth_token', token],
      ['oauth_token_secret', secret],
      ['oauth_expires_in', String(Math.round((expires - created) / 1000))],
      ['oauth_session_handle', session.handle],
      ['oauth_authorization_expires_in', String(Math.round((session.expires - created) / 1000))],
    ];
  });
}

function answer(exchange: Exchange, act: (message: OAuthMessage) => Parameter[]): Reply {
  try {
    const body = formEncode(act(readMessage(exchange)));
    return { status: 200, headers: { 'Content-Type': 'text/plain' }, body };
  } catch (error) {
    if (error instanceof OAuthProblem) return error.reply(exchange.site.seenUrl(exchange));
    throw error;
  }
}

function ask(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const { user, session = '' } = identity;
  const name = exchange.parameter('oauth_token') ?? '';
  if (user === undefined) {
    return toLogin(exchange, `/plugins/servlet/oauth/authorize?oauth_token=${encodeURIComponent(name)}`);
  }
  return withToken(exchange, name, (token) => {
    const consumer = escapeHtml(token.consumer.name);
    return page(
      exchange,
      'Welcome to Jira',
      `<p>The application <strong>${consumer}</strong> would like to have read and write access to your data on Jira, ` +
        `as ${escapeHtml(user.displayName)}.</p>
<form action="${site.settings.contextPath}/plugins/servlet/oauth/authorize" method="post" name="authorize">
<input type="hidden" name="oauth_token" value="${escapeHtml(token.token)}">
<input type="hidden" name="atl_token" value="${formToken(session)}">
<input type="submit" name="approve" id="approve" value="Allow">
<input type="submit" name="deny" id="deny" value="Deny">
</form>`,
    );
  });
}

function decide(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const { user, session = '' } = identity;
  const sent = new Map(exchange.form);
  const name = sent.get('oauth_token') ?? '';
  if (user === undefined) return toLogin(exchange, `/plugins/servlet/oauth/authorize?oauth_token=${encodeURIComponent(name)}`);
  if (sent.get('atl_token') !== formToken(session)) return page(exchange, 'XSRF Security Token Missing', '', 403);
  if (!sent.has('approve') && !sent.has('deny')) return page(exchange, 'Bad Request', '', 400);
  return withToken(exchange, name, (asked) => finish(exchange, site.oauth.tokens.decide(asked, user.name, sent.has('approve'))));
}

function finish(exchange: Exchange, { token, callback, consumer, decision }: RequestToken): Reply {
  const verifier = decision?.verifier;
  if (callback !== undefined) {
    const added = formEncode([['oauth_token', token], ['oauth_verifier', verifier ?? 'denied']]);
    return redirect(callback + (callback.includes('?') ? '&' : '?') + added);
  }
  const name = escapeHtml(consumer.name);
  return verifier === undefined
    ? page(exchange, 'Access Denied', `<p>You have denied ${name} access to your data.</p>`)
    : page(
        exchange,
        'Access Approved',
        `<p>You have successfully authorized '${name}'. Your verification code is '${verifier}'. ` +
          'You will need to enter this exact text when prompted. You should write this value down before closing the browser.</p>',
      );
}

function listTokens(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const { user } = identity;
  if (user === undefined) return toLogin(exchange, '/plugins/servlet/oauth/users/access-tokens');
  const rows = site.oauth.tokens.grantedBy(user.name).map((token) => row(token));
  return page(exchange, 'OAuth Access Tokens', `<table>${rows.join('')}</table>`);
}

function row({ consumer, created }: AccessToken): string {
  return `<tr><td>${escapeHtml(consumer.name)}</td><td>${new Date(created).toISOString()}</td><td>Read, Write</td></tr>`;
}

function withToken(exchange: Exchange, name: string, act: (token: RequestToken) => Reply): Reply {
  try {
    return act(exchange.site.oauth.tokenForAuthorization(name));
  } catch (error) {
    if (!(error instanceof OAuthProblem)) throw error;
    return page(exchange, 'Oops', `<p>OAuth problem: <code>${error.problem}</code></p>`, 401);
  }
}

function page({ site }: Exchange, title: string, content: string, status = 200): Reply {
  return html(status, jiraPage({ ...site.profile, title, baseUrl: site.baseUrl, userName: '', content }));
}

/** The form's guard against forgery: known only to pages of the same session. */
function formToken(session: string): string {
  return createHmac('sha256', 'atlassian.xsrf.token').update(session).digest('hex');
}
