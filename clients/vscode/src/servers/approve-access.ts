/** The approval of OAuth: in the browser, which comes back by itself, or by a code that Jira shows. */
import { CancellationTokenSource, env, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { Provider } from '../../../../protocol/provider.ts';
import type { Agent } from '../agent.ts';
import { errorData, isCancellation } from '../errors.ts';
import { plainLabel, plainMessage } from '../issues/search/plain-label.ts';
import { tellSignedIn } from './tell-signed-in.ts';

/** Leads the user through it, until access is there or nobody wants it any more. @returns whether it is there */
export async function approveAccess(agent: Agent, { id, name }: Pick<Provider, 'id' | 'name'>): Promise<boolean> {
  const passphrase = await openKey(agent, id);
  if (passphrase === false) return false;
  const byBrowser = await approveInBrowser(agent, { id, name }, passphrase);
  const provider = byBrowser === 'code' ? await approveByCode(agent, { id, name }) : byBrowser;
  if (provider === undefined) return false;
  tellSignedIn(provider);
  return true;
}

interface Server {
  readonly id: string;
  readonly name: string;
}

/** A key that a team shares is opened once. @returns `false` where the user does not know how */
async function openKey(agent: Agent, id: string): Promise<string | undefined | false> {
  const provider = (await agent.providers()).find((each) => each.id === id);
  if (provider?.locked !== true) return undefined;
  const passphrase = await window.showInputBox({
    title: l10n.t('Sign In to {0}', provider.name),
    prompt: l10n.t('The passphrase of your team, which opens the key of the application link; it is needed once'),
    password: true,
    ignoreFocusOut: true,
  });
  return passphrase === undefined || passphrase === '' ? false : passphrase;
}

/** Opens the page, and waits. @returns `code` where the user wants to type one instead */
function approveInBrowser(agent: Agent, { id, name }: Server, passphrase: string | undefined): Thenable<Provider | 'code' | undefined> {
  const title = plainMessage(l10n.t('Sign in to {0}: approve the access in your browser', name));
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_progress, cancelled) => {
    const begun = await agent.request('jira/authorize', { provider: id, passphrase }, cancelled);
    const waiting = new CancellationTokenSource();
    const cancellation = cancelled.onCancellationRequested(() => waiting.cancel());
    const help = new Help(name, begun.url);
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
async function approveByCode(agent: Agent, { id, name }: Server): Promise<Provider | undefined> {
  const { authorization, url } = await agent.request('jira/authorize', { provider: id, redirect: 'oob' });
  await env.clipboard.writeText(url);
  await env.openExternal(Uri.parse(url, true));
  for (let problem: string | undefined; ; ) {
    const code = await window.showInputBox({
      title: l10n.t('Sign In to {0}', name),
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

