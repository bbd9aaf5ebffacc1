/** Holds every value that the agent sends against the protocol: no member may be wrong, missing or unknown. */
import { assert } from 'chai';
import { LSPErrorCodes, ErrorCodes } from 'vscode-languageserver/node';
import type { ResponseError } from 'vscode-jsonrpc/node';
import * as z from 'zod';
import { ErrorData } from '../../protocol/errors.ts';
import { editorRequests, notifications, requests } from '../../protocol/index.ts';
import type { EditorRequestMethod, NotificationMethod, RequestMethod } from '../../protocol/methods.ts';
import { AgentCapabilities } from '../../protocol/initialize.ts';

/** Work done progress, as LSP 3.18 has it. */
const WorkDoneProgress = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    title: z.string(),
    cancellable: z.boolean().optional(),
    message: z.string().optional(),
    percentage: z.number().min(0).max(100).optional(),
  }),
  z.object({
    kind: z.literal('report'),
    cancellable: z.boolean().optional(),
    message: z.string().optional(),
    percentage: z.number().min(0).max(100).optional(),
  }),
  z.object({ kind: z.literal('end'), message: z.string().optional() }),
]);

const Initialized = z.looseObject({
  capabilities: z.looseObject({ experimental: z.object({ jira: AgentCapabilities }) }),
  serverInfo: z.object({ name: z.string(), version: z.string() }),
});

/** @throws {Error} where the result is not what the protocol says of this request */
export function checkResult(method: RequestMethod, result: unknown): void {
  check(`The result of ${method}`, requests[method].result, result);
}

/** @throws {Error} where one `$/progress` value is not what the protocol says of this request */
export function checkPartialResult(method: RequestMethod, value: unknown): void {
  const { partialResult } = requests[method] as { partialResult?: z.ZodType };
  assert(partialResult !== undefined, `${method} has no partial results, and sent one.`);
  check(`A partial result of ${method}`, partialResult, value);
}

/** @throws {Error} where the params are not what the protocol says of this request to the editor */
export function checkEditorParams(method: EditorRequestMethod, params: unknown): void {
  check(`The params of ${method}`, editorRequests[method].params, params);
}

/** @throws {Error} where the params are not what the protocol says of this notification */
export function checkNotification(method: NotificationMethod, params: unknown): void {
  check(`The params of ${method}`, notifications[method].params, params);
}

/** @throws {Error} where this is not a `begin`, `report` or `end` of LSP */
export function checkWorkDoneProgress(value: unknown): void {
  check('Work done progress', WorkDoneProgress, value);
}

/** @throws {Error} where the answer to `initialize` does not announce what the protocol says */
export function checkInitialized(result: unknown): void {
  check('The result of initialize', Initialized, result);
}

/**
 * Checks an error of a request of ours: the code, a message for people, and `data` of a kind that the request declares.
 *
 * @throws {Error} where the agent may not answer so
 */
export function checkError(method: RequestMethod, error: ResponseError<unknown>): void {
  const told = `${method} failed with code ${error.code}, “${error.message}”, ${JSON.stringify(error.data)}`;
  assert(error.message.trim() !== '', `${told}: there is no message.`);
  if (withoutData.has(error.code)) return;
  assert(withData.has(error.code), `${told}: the protocol has no such code here.`);
  check(`${told}: its data`, ErrorData, error.data);
  const { kind, path } = error.data as ErrorData;
  assert.strictEqual(error.code === ErrorCodes.InvalidParams, kind === 'invalidParams', `${told}: kind and code differ.`);
  if (kind === 'invalidParams') {
    assert(path !== undefined, `${told}: there is no path.`);
  } else {
    const declared: readonly string[] = [...requests[method].errors, 'storage'];
    assert(declared.includes(kind), `${told}: the request does not declare this kind.`);
  }
}

const withoutData = new Set<number>([LSPErrorCodes.RequestCancelled, ErrorCodes.ServerNotInitialized, ErrorCodes.InvalidRequest]);
const withData = new Set<number>([ErrorCodes.InvalidParams, LSPErrorCodes.RequestFailed]);

/** A schema drops the members that it does not know; so an exact value is one that comes out as it went in. */
function check(what: string, schema: z.ZodType, value: unknown): void {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    assert.fail(`${what} is not valid:\n${z.prettifyError(parsed.error)}\n${JSON.stringify(value)}`);
  }
  assert.deepEqual(value, parsed.data, `${what} holds what the protocol does not know.`);
}
