import type { Exchange, Parameter } from '../exchange.ts';
import { OAuth2Problem } from '../oauth/provider2.ts';
import { escapeHtml, jiraPage, tomcatPage } from '../pages.ts';
import { html, json, redirect, Refusal, type Reply } from '../replies.ts';
import type { Handler, Route } from '../router.ts';
import { toLogin } from './login.ts';

/** The OAuth 2.0 provider of Data Center; absent before 8.22. */
export const oauth2Routes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/oauth2/latest/authorize', access: 'everybody', handle: whereProvided(authorize) },
  { method: 'GET', pattern: '/plugins/servlet/oauth2/consent', access: 'everybody', handle: whereProvided(consent) },
  { method: 'POST', pattern: '/plugins/servlet/oauth2/consent', access: 'everybody', handle: whereProvided(decide) },
  { method: 'POST', pattern: '/rest/oauth2/latest/token', access: 'everybody', handle: whereProvided(token) },
];

function authorize(exchange: Exchange): Reply {
  const { site, query } = exchange;
  const client = site.oauth2.client(exchange.parameter('client_id') ?? '');
  const redirectUri = exchange.parameter('redirect_uri') ?? '';
  if (site.settings.requireHttps && !site.baseUrl.startsWith('https:')) {
    return refuse('Please ensure that your server is using HTTPS.');
  }
  if (client === undefined || client.redirectUri !== redirectUri) return refuse('Client or redirect URL is not known.');
  if (site.settings.requireHttps && !redirectUri.startsWith('https:')) return refuse('Redirect URL is invalid: URL must use https');
  return redirect(`${site.settings.contextPath}/plugins/servlet/oauth2/consent?${new URLSearchParams(mutable(query))}`);
}

function consent(exchange: Exchange): Reply {
  const { site, identity, query } = exchange;
  if (identity.user === undefined) {
    return toLogin(exchange, `/plugins/servlet/oauth2/consent?${new URLSearchParams(mutable(query))}`);
  }
  const client = site.oauth2.client(exchange.parameter('client_id') ?? '');
  const fields = query.map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`);
  return html(
    200,
    jiraPage({
      ...site.profile,
      title: 'Authorize app',
      baseUrl: site.baseUrl,
      userName: identity.user.name,
      content:
        `<p>${escapeHtml(client?.name ?? '')} wants to access Jira.</p>` +
        `<form action="${site.settings.contextPath}/plugins/servlet/oauth2/consent" method="post" name="authorize">` +
        `${fields.join('')}<input type="submit" name="approve" value="Allow"><input type="submit" name="deny" value="Deny"></form>`,
    }),
  );
}

function decide(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const sent = new Map(exchange.form);
  const client = site.oauth2.client(sent.get('client_id') ?? '');
  if (identity.user === undefined || client === undefined) return refuse('Not logged in.');
  const target = new URL(client.redirectUri);
  if (sent.has('approve')) {
    target.searchParams.set('code', site.oauth2.approve(client, identity.user.name, sent.get('code_challenge')));
  } else {
    target.searchParams.set('error', 'access_denied');
  }
  const state = sent.get('state');
  if (state !== undefined) target.searchParams.set('state', state);
  return redirect(target.href);
}

function token(exchange: Exchange): Reply {
  try {
    return json(200, exchange.site.oauth2.token(new Map([...exchange.query, ...exchange.form])));
  } catch (error) {
    if (!(error instanceof OAuth2Problem)) throw error;
    return json(400, { error: error.code, error_description: error.message });
  }
}

function refuse(message: string): Reply {
  return html(400, tomcatPage(400, 'Bad Request', message));
}

function mutable(parameters: readonly Parameter[]): [string, string][] {
  return parameters.map(([name, value]) => [name, value]);
}

function whereProvided(handle: Handler): Handler {
  return (exchange, parameters) => {
    if (!exchange.site.profile.hasOAuth2) throw new Refusal(html(404, tomcatPage(404, 'Not Found', exchange.path)));
    return handle(exchange, parameters);
  };
}
