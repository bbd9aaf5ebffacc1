/** Errors of the agent: what programs see of them, and how they are shown. */
import { commands, window } from 'vscode';
import type { ErrorData } from '../../../protocol/errors.ts';

/** What the agent says of an error; `undefined` of one that is not its own. */
export function errorData(error: unknown): ErrorData | undefined {
  const { data } = (error ?? {}) as { data?: Partial<ErrorData> };
  return typeof data?.kind === 'string' ? (data as ErrorData) : undefined;
}

/** What went wrong, for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Shows an error with the step that mends it, where there is one. One that was called off is not shown. */
export async function showError(error: unknown): Promise<void> {
  if (isCancellation(error)) return;
  const kind = errorData(error)?.kind;
  const step = kind === undefined ? undefined : steps[kind];
  const chosen = await window.showErrorMessage(messageOf(error), ...(step === undefined ? [] : [step.title]));
  if (step !== undefined && chosen === step.title) await commands.executeCommand(step.command);
}

/** Whether the user called it off: `RequestCancelled` of LSP, or VS Code's own. */
export function isCancellation(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: number; name?: string };
  return code === -32800 || name === 'Canceled';
}

const signIn = { title: 'Sign In', command: 'jiraClient.signIn' };
const examine = { title: 'Examine', command: 'jiraClient.doctor' };

const steps: Partial<Record<ErrorData['kind'], { title: string; command: string }>> = {
  unknownProvider: { title: 'Add Server', command: 'jiraClient.addServer' },
  notAuthorized: signIn,
  credentialsRejected: signIn,
  credentialsExpired: signIn,
  offline: examine,
  certificate: examine,
  proxy: examine,
};
