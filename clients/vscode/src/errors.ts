/** Errors of the agent: what programs see of them, and how they are shown. */
import { commands, l10n, window } from 'vscode';
import type { ErrorData } from '../../../protocol/errors.ts';
import { plainMessage } from './issues/search/plain-label.ts';

/** What the agent says of an error; `undefined` of one that is not its own. */
export function errorData(error: unknown): ErrorData | undefined {
  const { data } = (error ?? {}) as { data?: Partial<ErrorData> };
  return typeof data?.kind === 'string' ? (data as ErrorData) : undefined;
}

/** What went wrong, for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Shows an error with the step that mends it, where there is one; it waits for nobody. One that was called off is not shown. */
export function showError(error: unknown): void {
  if (isCancellation(error)) return;
  const step = stepAfter(errorData(error)?.kind);
  void window.showErrorMessage(plainMessage(messageOf(error)), ...(step === undefined ? [] : [step.title])).then((chosen) => chosen !== undefined && commands.executeCommand(step!.command));
}

/** Whether the user called it off: `RequestCancelled` of LSP, or VS Code's own. */
export function isCancellation(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: number; name?: string };
  return code === -32800 || name === 'Canceled';
}

function stepAfter(kind: ErrorData['kind'] | undefined): { readonly title: string; readonly command: string } | undefined {
  switch (kind) {
    case 'unknownProvider':
      return { title: l10n.t('Add Server'), command: 'jiraClient.addServer' };
    case 'notAuthorized':
    case 'credentialsRejected':
    case 'credentialsExpired':
      return { title: l10n.t('Sign In'), command: 'jiraClient.signIn' };
    case 'offline':
    case 'certificate':
    case 'proxy':
    case 'notJira':
      return { title: l10n.t('Examine'), command: 'jiraClient.doctor' };
    default:
      return undefined;
  }
}
