/** Telling that the user is signed in. */
import { commands, l10n, window } from 'vscode';
import type { Provider } from '../../../../protocol/provider.ts';
import { plainMessage } from '../issues/search/plain-label.ts';

/** Tells it, with the way to the issues; it returns at once. */
export function tellSignedIn({ name, user }: Provider): void {
  const show = l10n.t('Show Issues');
  const message = user === undefined ? l10n.t('Signed in to {0}.', name) : l10n.t('Signed in to {0} as {1}.', name, user.displayName);
  void window.showInformationMessage(plainMessage(message), show).then((chosen) => chosen === show && commands.executeCommand('jira.issues.focus'));
}
