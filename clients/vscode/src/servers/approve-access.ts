/** The approval of OAuth: in the browser, which comes back by itself, or by a code that Jira shows. */
import { type CancellationToken, CancellationTokenSource, env, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { ResultOf } from '../../../../protocol/definition.ts';
import type { Requests } from '../../../../protocol/index.ts';
import type { Provider } from '../../../../protocol/provider.ts';
import type { Agent } from '../agent.ts';
import { errorData, isCancellation, messageOf } from '../errors.ts';
import { plainLabel, plainMessage } from '../issues/search/plain-label.ts';
import { tellSignedIn } from './tell-signed-in.ts';

/** Leads the user through it, until access is there or nobody wants it any more. @returns whether it is there */
export async function approveAccess(agent: Agent, { id, name }: Pick<Provider, 'id' | 'name'>): Promise<boolean> {
  const byBrowser = await approveInBrowser(agent, { id, name });
  const provider = byBrowser === 'code' ? await approveByCode(agent, { id, name }) : byBrowser;
  if (provider === undefined) return false;
  tellSignedIn(provider);
  return true;
}

interface Server {
  readonly id: string;
  readonly name: string;
}

type Begun = ResultOf<Requests['jira/authorize']>;

/** Begins; the key that a team shares is opened with its passphrase, once. @returns `undefined` where the user does not know it */
async function begin(agent: Agent, { id, name }: Server, redirect: Begun['redirect'], token?: CancellationToken): Promise<Begun | undefined> {
  for (let passphrase: string | undefined; ; ) {
    try {
      return await agent.request('jira/authorize', { provider: id, redirect, passphrase }, token);
    } catch (error) {
      if (errorData(error)?.path !== 'passphrase') throw error;
      const prompt = passphrase === undefined ? l10n.t('The passphrase of your team, which opens the key of the application link; it is needed once') : plainMessage(messageOf(error));
      const typed = await window.showInputBox({ title: l10n.t('Sign In to {0}', name), prompt, password: true, ignoreFocusOut: true });
      if (typed === undefined || typed === '') return undefined;
      passphrase = typed;
    }
  }
}

/** Opens the page, and waits. @returns `code` where the user wants to type one instead */
function approveInBrowser(agent: Agent, server: Server): Thenable<Provider | 'code' | undefined> {
  const title = plainMessage(l10n.t('Sign in to {0}: approve the access in your browser', server.name));
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_progress, cancelled) => {
    const begun = await begin(agent, server, 'loopback', cancelled);
    if (begun === undefined) return undefined;
    const waiting = new CancellationTokenSource();
    const cancellation = cancelled.onCancellationRequested(() => waiting.cancel());
    const help = new Help(server.name, begun.url);
    try {
      await env.openExternal(Uri.parse(begun.url, true));
      const completed = agent.request('jira/completeAuthorization', { authorization: begun.authorization }, waiting.token).then(({ provider }) => provider);
      return await Promise.race([completed, help.wantsCode.then(() => 'code' as const)]);
    } catch (error) {
      if (cancelled.isCancellationRequested && isCancellation(error)) return undefined;
      throw error;
    } finally {
      help.dispose();
      cancellation.dispose();
      waiting.cancel();
      waiting.dispose();
    }
  });
}

/** What the user can do while nothing comes back: it is offered from the start, for nobody knows where the browser is. */
class Help {
  readonly wantsCode: Promise<void>;
  readonly #pick = window.createQuickPick();

  constructor(name: string, url: string) {
    const again = { label: l10n.t('$(link-external) Open the page again') };
    const copy = { label: l10n.t('$(copy) Copy its address'), description: l10n.t('for a browser on another machine') };
    const code = { label: l10n.t('$(keyboard) Type a code instead'), description: l10n.t('where the browser cannot come back to VS Code') };
    Object.assign(this.#pick, {
      title: l10n.t('Sign In to {0}', plainLabel(name)),
      placeholder: l10n.t('Waiting for your approval in the browser…'),
      items: [again, copy, code],
      ignoreFocusOut: true,
      busy: true,
    });
    this.wantsCode = new Promise((resolve) => {
      this.#pick.onDidAccept(() => {
        const [chosen] = this.#pick.selectedItems;
        if (chosen === code) resolve();
        else if (chosen === copy) void env.clipboard.writeText(url);
        else if (chosen === again) void env.openExternal(Uri.parse(url, true));
      });
    });
    this.#pick.show();
  }

  dispose(): void {
    this.#pick.dispose();
  }
}

/** Jira shows a code, in whatever browser. */
async function approveByCode(agent: Agent, server: Server): Promise<Provider | undefined> {
  const begun = await begin(agent, server, 'oob');
  if (begun === undefined) return undefined;
  const { authorization, url } = begun;
  await env.clipboard.writeText(url);
  await env.openExternal(Uri.parse(url, true));
  for (let problem: string | undefined; ; ) {
    const code = await window.showInputBox({
      title: l10n.t('Sign In to {0}', server.name),
      prompt: problem ?? l10n.t('The code that Jira shows after the approval; the address of the page is in the clipboard, too'),
      ignoreFocusOut: true,
    });
    if (code === undefined || code.trim() === '') return undefined;
    try {
      return (await agent.request('jira/completeAuthorization', { authorization, verifier: code })).provider;
    } catch (error) {
      // Another code may be typed; an approval that was refused, or is over, stays so.
      if (!(error instanceof Error) || !['invalidParams', 'credentialsRejected'].includes(errorData(error)?.kind ?? '')) throw error;
      problem = plainMessage(error.message);
    }
  }
}

