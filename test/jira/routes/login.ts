import type { User } from '../data/users.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { escapeHtml, jiraPage } from '../pages.ts';
import { empty, html, json, redirect, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';
import { timestamp } from '../shapes/dates.ts';

/** Logging in: by the form, and by the session resource. */
export const loginRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/login.jsp', access: 'everybody', handle: show },
  { method: 'POST', pattern: '/login.jsp', access: 'everybody', handle: submit },
  { method: 'POST', pattern: '/rest/auth/1/session', access: 'everybody', handle: openSession },
  { method: 'GET', pattern: '/rest/auth/1/session', access: 'user', handle: showSession },
  { method: 'DELETE', pattern: '/rest/auth/1/session', access: 'user', handle: closeSession },
];

/** What the picture of the CAPTCHA shows. */
const captcha = 'nightingale';

/** Sends a browser to the login form, and back to a path below the context path afterwards. */
export function toLogin({ site }: Exchange, destination: string): Reply {
  return redirect(`${site.settings.contextPath}/login.jsp?os_destination=${encodeURIComponent(destination)}`);
}

function show(exchange: Exchange): Reply {
  return formPage(exchange, exchange.parameter('os_destination') ?? '', '', false);
}

function submit(exchange: Exchange): Reply {
  const { site } = exchange;
  const sent = new Map(exchange.form);
  const destination = sent.get('os_destination') ?? '';
  const user = site.users.find(sent.get('os_username') ?? '');
  const locked = user !== undefined && site.failures.needsCaptcha(user);
  if (!mayLogIn(user, sent.get('os_password')) || (locked && sent.get('os_captcha') !== captcha)) {
    if (user !== undefined) site.failures.add(user);
    const message = 'Sorry, your username and password are incorrect - please try again.';
    return formPage(exchange, destination, message, user !== undefined && site.failures.needsCaptcha(user));
  }
  site.failures.reset(user);
  const path = destination.startsWith('/') && !destination.startsWith('//') ? destination : '/secure/Dashboard.jspa';
  return redirect(site.settings.contextPath + path, {
    'Set-Cookie': [`JSESSIONID=${site.sessions.open(user)}; Path=${site.settings.contextPath || '/'}; HttpOnly`],
    'X-Seraph-LoginReason': 'OK',
  });
}

function mayLogIn(user: User | undefined, password: string | undefined): user is User {
  return user !== undefined && user.active && user.password === password;
}

function formPage({ site }: Exchange, destination: string, message: string, locked: boolean): Reply {
  const picture =
    '<p><img class="captcha-image" alt="" src="captcha"><!-- the picture shows: ' +
    `${captcha} --><input type="text" name="os_captcha"></p>`;
  return html(
    200,
    jiraPage({
      ...site.profile,
      title: 'Log in',
      baseUrl: site.baseUrl,
      userName: '',
      content: `${message === '' ? '' : `<div class="aui-message error">${escapeHtml(message)}</div>`}
<form action="${site.settings.contextPath}/login.jsp" method="post" id="login-form">
<input type="text" name="os_username"><input type="password" name="os_password">
${locked ? picture : ''}
<input type="hidden" name="os_destination" value="${escapeHtml(destination)}">
<input type="submit" name="login" value="Log In">
</form>`,
    }),
  );
}

function openSession(exchange: Exchange): Reply {
  const { site } = exchange;
  if (!site.profile.basicByDefault) throw jiraError(403, ['Login denied']);
  const { username, password } = JSON.parse(exchange.body.toString('utf8')) as { username: string; password: string };
  const user = site.users.find(username);
  if (user !== undefined && site.failures.needsCaptcha(user)) throw jiraError(403, ['Login denied']);
  if (!mayLogIn(user, password)) {
    if (user !== undefined) site.failures.add(user);
    throw jiraError(401, ['Login failed']);
  }
  const loginInfo = logins(exchange, user);
  site.failures.reset(user);
  const value = site.sessions.open(user);
  return json(
    200,
    { session: { name: 'JSESSIONID', value }, loginInfo },
    { 'Set-Cookie': [`JSESSIONID=${value}; Path=${site.settings.contextPath || '/'}; HttpOnly`] },
  );
}

function showSession(exchange: Exchange): Reply {
  const user = exchange.identity.user as User;
  const self = `${exchange.site.baseUrl}/rest/api/latest/user?username=${encodeURIComponent(user.name)}`;
  return json(200, { self, name: user.name, loginInfo: logins(exchange, user) });
}

function closeSession(exchange: Exchange): Reply {
  exchange.site.sessions.close(exchange.identity.session ?? '');
  return empty();
}

function logins({ site }: Exchange, user: User): Record<string, unknown> {
  return { failedLoginCount: site.failures.count(user), loginCount: 1, previousLoginTime: timestamp(site.now()) };
}
