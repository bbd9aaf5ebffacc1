/** Expectations on requests that must fail. */
import { assert } from 'chai';
import { ResponseError } from 'vscode-jsonrpc/node';
import type { ErrorData, ErrorKind } from '../../protocol/errors.ts';

/** An error of the agent: what it says to people, and what to programs. */
export interface Failure {
  readonly code: number;
  readonly message: string;
  readonly data: ErrorData;
}

/**
 * Expects a request to fail with this kind of error.
 *
 * @param answer the request
 * @param kind the kind that its `data` must have
 * @param expected what else its `data` must hold, `message` aside, which is matched against the message for people
 * @returns the error
 */
export async function expectError(
  answer: Promise<unknown>,
  kind: ErrorKind,
  expected: Partial<Omit<ErrorData, 'kind'>> & { message?: RegExp } = {},
): Promise<Failure> {
  const error = await rejection(answer);
  const failure = { code: error.code, message: error.message, data: error.data as ErrorData };
  assert.strictEqual(failure.data?.kind, kind, `Expected ${kind}, and got code ${error.code}: ${error.message} ${JSON.stringify(error.data)}`);
  const { message, ...data } = expected;
  for (const [member, value] of Object.entries(data)) {
    assert.deepEqual(failure.data[member as keyof ErrorData], value, `${member} of ${JSON.stringify(failure.data)}`);
  }
  if (message !== undefined) assert.match(failure.message, message);
  return failure;
}

/**
 * Expects a request to fail with this code of JSON-RPC or LSP, for instance `LSPErrorCodes.RequestCancelled`.
 *
 * @returns the error's message
 */
export async function expectCode(answer: Promise<unknown>, code: number): Promise<string> {
  const error = await rejection(answer);
  assert.strictEqual(error.code, code, error.message);
  return error.message;
}

async function rejection(answer: Promise<unknown>): Promise<ResponseError<unknown>> {
  let result: unknown;
  try {
    result = await answer;
  } catch (error) {
    if (error instanceof ResponseError) return error as ResponseError<unknown>;
    throw error;
  }
  assert.fail(`Expected an error, and got ${JSON.stringify(result)}`);
}
