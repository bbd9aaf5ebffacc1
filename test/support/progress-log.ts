/** Every `$/progress` of the agent: whose it is, and whether it may be sent. */
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { RequestMethod } from '../../protocol/methods.ts';
import { checkPartialResult, checkWorkDoneProgress } from './validation.ts';

type Token = string | number;

/** Keeps the progress of each token, and holds each value against the protocol. */
export class ProgressLog {
  readonly #values = new Map<Token, unknown[]>();
  readonly #handlers = new Map<Token, ((value: unknown) => void)[]>();
  readonly #checks = new Map<Token, (value: unknown) => void>();
  readonly #madeByAgent: ReadonlySet<Token>;
  readonly #violations: string[];

  /**
   * @param madeByAgent the tokens of `window/workDoneProgress/create`
   * @param violations where progress is noted that the agent may not send
   */
  constructor(connection: MessageConnection, madeByAgent: ReadonlySet<Token>, violations: string[]) {
    this.#madeByAgent = madeByAgent;
    this.#violations = violations;
    connection.onUnhandledProgress(({ token, value }) => this.#receive(token, value));
  }

  /**
   * Allows the progress that a request asks for, until it is answered.
   *
   * @param method the request, where it is one of ours
   * @returns ends the permission
   */
  expect(method: RequestMethod | undefined, params: unknown): () => void {
    const { partialResultToken, workDoneToken } = (params ?? {}) as { partialResultToken?: Token | null; workDoneToken?: Token | null };
    if (method !== undefined && partialResultToken != null) {
      this.#checks.set(partialResultToken, (value) => checkPartialResult(method, value));
    }
    if (workDoneToken != null) this.#checks.set(workDoneToken, checkWorkDoneProgress);
    return () => {
      for (const token of [partialResultToken, workDoneToken]) if (token != null) this.#checks.delete(token);
    };
  }

  valuesOf(token: Token): readonly unknown[] {
    return this.#values.get(token) ?? [];
  }

  onValue(token: Token, handler: (value: unknown) => void): void {
    this.#handlers.set(token, [...(this.#handlers.get(token) ?? []), handler]);
  }

  #receive(token: Token, value: unknown): void {
    const check = this.#checks.get(token) ?? (this.#madeByAgent.has(token) ? checkWorkDoneProgress : undefined);
    if (check === undefined) this.#violations.push(`The agent sent progress for ${token}, which no request asks for.`);
    try {
      check?.(value);
    } catch (error) {
      this.#violations.push((error as Error).message);
    }
    this.#values.set(token, [...this.valuesOf(token), value]);
    for (const handler of this.#handlers.get(token) ?? []) handler(value);
  }
}
