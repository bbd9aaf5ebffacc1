/** What is known of an editor: what it declares, and how it answers the agent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { ClientCapabilities, MessageActionItem, ShowDocumentParams, ShowMessageRequestParams } from 'vscode-languageserver/node';
import type { EditorAnswers } from '../fake-editor.ts';

/** An editor, as far as the agent can tell it from another one. */
export interface EditorProfile {
  readonly name: string;
  readonly capabilities: ClientCapabilities;
  /** The answer to `window/showMessageRequest`, given what the user picked: `undefined` where the user dismissed it. */
  readonly answerQuestion: (params: ShowMessageRequestParams, picked: MessageActionItem | undefined) => MessageActionItem | null | Promise<never>;
  /** The answer to `window/showDocument`; by default every document is shown. */
  readonly showDocument?: (params: ShowDocumentParams) => boolean | Promise<never>;
  /** What `workspace/executeCommand` has for `arguments` where there are none; by default it has nothing. */
  readonly noArguments?: null | [];
  /** What turns the Markdown of a hover into what the user sees. */
  readonly renderer: 'marked' | 'CommonMark' | 'text';
}

/** What an editor declares. @param name of its file in `capabilities/` */
export function recordedCapabilities(name: string): ClientCapabilities {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'capabilities', `${name}.json`), 'utf8')) as ClientCapabilities;
}

/** Who sits in front of the editor: gives the title of the action to pick, or `undefined` to dismiss the question. */
export type Person = (message: string, titles: readonly string[]) => string | undefined;

/** The answers of an editor with a person in front of it. */
export function answersOf(profile: EditorProfile, person: Person): EditorAnswers {
  return {
    showMessageRequest: async (params) => {
      const actions = params.actions ?? [];
      const title = person(params.message, actions.map((action) => action.title));
      return profile.answerQuestion(params, actions.find((action) => action.title === title));
    },
    showDocument: profile.showDocument,
  };
}

/** Most editors give the action back as it came, or null. */
export const givesAction: EditorProfile['answerQuestion'] = (_params, picked) => picked ?? null;

/** -32601. @throws {ResponseError} always */
export function methodNotFound(): never {
  throw new ResponseError(ErrorCodes.MethodNotFound, 'Method not found');
}

/** -32800, which LSP4J answers for a future that was cancelled. @throws {ResponseError} always */
export function cancelled(): never {
  throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request (id: 1, method: \'window/showMessageRequest\') has been cancelled');
}

/** No answer, ever. */
export function silence(): Promise<never> {
  return new Promise(() => {});
}
