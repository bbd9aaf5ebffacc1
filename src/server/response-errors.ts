/** From what a handler threw to the error of a response: the closed set of codes and kinds. */
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { ErrorData } from '../../protocol/errors.ts';
import { JiraError } from '../core/errors.ts';
import type { Log } from '../infrastructure/log.ts';
import { nameOf, reportBug } from './bug-report.ts';

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
  log.error(reportBug(thrown));
  return new ResponseError(ErrorCodes.InternalError, `The agent failed by a bug of its own (${nameOf(thrown)}). Its log says where.`);
}
