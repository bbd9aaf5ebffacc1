/** Reads what came of an exchange: the body of a success, or why there was no answer. */
import type { HttpFailure, HttpResponse } from '../../infrastructure/http/http.ts';
import { JiraError } from '../errors.ts';
import { loginPageError } from './error-answer.ts';
import { parseJson } from './parse-json.ts';

/** Bytes of white space that a page of HTML may begin with. */
const longestBlank = 1024;

/** A body of JSON; `undefined` where there is none. @throws {SyntaxError} */
export function parseBody(body: string): unknown {
  return body.trim() === '' ? undefined : parseJson(body);
}

/** Reads an answer. @throws {JiraError} where it is no JSON */
export function readAnswer<T>({ status, headers, body, bytes }: HttpResponse, url: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (cause instanceof RangeError) throw new JiraError('server', 'The answer of Jira has more parts than can be read.', { httpStatus: status });
    const beginning = bytes?.toString('utf8', 0, longestBlank) ?? body;
    const html = /html/i.test(headers['content-type'] ?? '') || beginning.trimStart().startsWith('<');
    if (html) throw loginPageError(url.split('?')[0]!, status);
    throw new JiraError('server', 'The answer of Jira is no JSON, or was cut off on its way.', { httpStatus: status });
  }
}

/** What a failure of HTTP means; any other error is itself. */
export function withoutAnswer(error: unknown): unknown {
  if (!isHttpFailure(error)) return error;
  const kinds = { offline: 'offline', timeout: 'timeout', certificate: 'certificate', proxy: 'proxy', protocol: 'notJira', tooLarge: 'server' } as const;
  return new JiraError(kinds[error.reason], error.message, error.hint === undefined ? {} : { hint: error.hint }, error);
}

function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof Error && error.name === 'HttpFailure';
}
