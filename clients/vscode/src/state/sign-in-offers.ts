/** The agent's offers to sign in: it makes each in one window alone. */
import { commands, l10n, window } from 'vscode';
import type { SignInAnswer, SignInOffer } from '../../../../protocol/sign-in-offer.ts';
import type { Agent } from '../agent.ts';
import { plainMessage } from '../issues/search/plain-label.ts';

/** Shows an offer, and waits until the user has signed in or does not want to. */
export async function offerSignIn(agent: Agent, { provider, reason, message }: SignInOffer): Promise<SignInAnswer> {
  const signIn = reason === 'credentialsEndSoon' ? l10n.t('Renew') : l10n.t('Sign In');
  const never = l10n.t('Never');
  const mayBeRefused = reason === 'noProvider' || reason === 'needsAuthorization';
  const show = mayBeRefused ? window.showInformationMessage : window.showWarningMessage;
  const chosen = await show(plainMessage(message), signIn, ...(mayBeRefused ? [l10n.t('Not Now'), never] : []));
  if (chosen === never) return { answer: 'never' };
  if (chosen !== signIn) return { answer: 'notNow' };
  const isOver = async (): Promise<boolean> => (await agent.providers()).some(({ id, state }) => state === 'connected' && (provider === undefined || id === provider));
  // It may have been done in another window while this was shown.
  if (reason === 'credentialsEndSoon' || !(await isOver())) {
    await commands.executeCommand(provider === undefined ? 'jiraClient.addServer' : 'jiraClient.signIn', provider === undefined ? undefined : { provider });
  }
  return { answer: (await isOver()) ? 'signedIn' : 'notNow' };
}
