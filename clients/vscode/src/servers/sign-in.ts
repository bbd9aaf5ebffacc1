/** Signing in to a server that is known: approving it where a repository names it, then by the way that it is set up for. */
import { env, l10n, ThemeIcon, Uri, window } from 'vscode';
import type { Provider } from '../../../../protocol/provider.ts';
import { runSteps } from '../steps.ts';
import { approveAccess } from './approve-access.ts';
import type { Setup } from './setup.ts';
import { tellSignedIn } from './tell-signed-in.ts';

/** Leads the user through it. @returns whether the user is signed in */
export async function signIn({ agent }: Setup, provider: Provider): Promise<boolean> {
  if (!(await isTrusted(agent, provider))) return false;
  const { id, name, baseUrl, authentication, user } = provider;
  if (authentication.type === 'oauth1') return approveAccess(agent, provider);

  let signedIn: Provider | undefined;
  const title = l10n.t('Sign In to {0}', name);
  await runSteps(title, async (questions) => {
    if (authentication.type === 'token') {
      const open = {
        iconPath: new ThemeIcon('link-external'),
        tooltip: l10n.t('Create a token in Jira'),
        press: async () => {
          // Asked as by a stranger, a server behind a gateway may not answer: the profile leads there, too.
          const profile = { personalAccessTokensUrl: `${baseUrl}/secure/ViewProfile.jspa` };
          const { personalAccessTokensUrl } = await agent.request('jira/probe', { baseUrl }).catch(() => profile);
          await env.openExternal(Uri.parse(personalAccessTokensUrl, true));
          return false;
        },
      };
      signedIn = await questions.text({
        prompt: l10n.t('A personal access token: the button above opens the page of Jira where you create one'),
        password: true,
        buttons: [open],
        accept: async (token) => (await agent.request('jira/configure', { provider: id, baseUrl, authentication: { type: 'token', token } })).provider,
      });
      return undefined;
    }
    const username = await questions.text({ prompt: l10n.t('Your user name in Jira'), value: user?.name ?? '', accept: (text) => text });
    return async (next) => {
      signedIn = await next.text({
        prompt: l10n.t('The password of {0}; it is kept, and sent with each request', username),
        password: true,
        accept: async (password) => (await agent.request('jira/configure', { provider: id, baseUrl, authentication: { type: 'basic', username, password } })).provider,
      });
      return undefined;
    };
  });
  if (signedIn === undefined) return false;
  tellSignedIn(signedIn);
  return true;
}

/** A server that the repository names is asked for nothing before the user approves it. */
async function isTrusted(agent: Setup['agent'], { id, name, baseUrl, source, approval }: Provider): Promise<boolean> {
  if (approval === undefined || approval === 'approved') return true;
  const { host, protocol } = new URL(baseUrl);
  const approve = l10n.t('Approve {0}', host);
  const insecure = protocol === 'http:' ? ` ${l10n.t('The address is plain http, and can be read on the way.')}` : '';
  const detail = l10n.t('{0} names the Jira server {1} (“{2}”, {3}). Nothing is sent to it before you approve it.', source ?? '', host, name, baseUrl) + insecure;
  const chosen = await window.showWarningMessage(l10n.t('Is {0} your Jira?', host), { modal: true, detail }, approve);
  if (chosen === approve) await agent.request('jira/trustWorkspaceProvider', { provider: id, host });
  return chosen === approve;
}
