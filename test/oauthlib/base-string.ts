/** Asks Python's oauthlib for the signature base strings of requests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program, python } from './python.ts';

/** A signed request, as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly uri: string;
  /** The value of the `Authorization` header. */
  readonly authorization: string;
  /** A body of the type `application/x-www-form-urlencoded`, or `null`. */
  readonly body: string | null;
}

/** One Python process that answers any number of questions, one after the other. */
export interface BaseStringOracle extends AsyncDisposable {
  /**
   * @returns the base string of RFC 5849, section 3.4.1.1
   * @throws {Error} when oauthlib does not take the request as one of OAuth, or Python is missing
   */
  baseString(request: WireRequest): Promise<string>;
}

/** Starts the process. */
export function startBaseStringOracle(): BaseStringOracle {
  const child = spawn(python, program('base_string.py'), { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const ended = once(child, 'close');
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async baseString(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value, done } = await answers.next();
      const answer = done === true ? null : (JSON.parse(value) as string | null);
      if (answer === null) throw new Error(`oauthlib does not take ${JSON.stringify(request)}. ${complaints}`);
      return answer;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}
