/** From what a handler threw to the error of a response: the closed set of codes and kinds. */
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { ErrorData } from '../../protocol/errors.ts';
import { JiraError } from '../core/errors.ts';
import type { Log } from '../infrastructure/log.ts';

/**
 * The error to answer with.
 *
 * @param thrown by a handler
 * @param cancelled whether the client cancelled the request
 * @param log gets what is not meant for the client
 */
export function responseError(thrown: unknown, cancelled: boolean, log: Log): ResponseError<ErrorData | undefined> {
  if (thrown instanceof ResponseError) return thrown as ResponseError<ErrorData | undefined>;
  if (thrown instanceof JiraError) {
    const code = thrown.kind === 'invalidParams' ? ErrorCodes.InvalidParams : LSPErrorCodes.RequestFailed;
    return new ResponseError(code, thrown.message, { kind: thrown.kind, ...thrown.details });
  }
  if (cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  if (thrown instanceof Error && thrown.name === 'StorageFailure') {
    return new ResponseError(LSPErrorCodes.RequestFailed, thrown.message, { kind: 'storage' });
  }
  // The message of an unforeseen error may quote anything, so the client and the log get its place alone.
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  log.error(`A bug of the agent: ${name}${placeOf(thrown)}`);
  return new ResponseError(ErrorCodes.InternalError, `The agent failed by a bug of its own (${name}). Its log says where.`);
}

function placeOf(thrown: unknown): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length === 0 ? '' : `\n${frames.join('\n')}`;
}
