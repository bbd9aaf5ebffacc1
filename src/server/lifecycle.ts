/** Which requests may be answered when: LSP 3.18, "Server lifecycle". */
import { ErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** The phase of a server's life, and what is refused in it. */
export class Lifecycle {
  #phase: 'fresh' | 'running' | 'shutDown' = 'fresh';

  /**
   * Notes the first `initialize`.
   *
   * @throws {ResponseError} InvalidRequest for a second one
   */
  initialize(): void {
    if (this.#phase !== 'fresh') throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize may be sent once only.');
    this.#phase = 'running';
  }

  /** Notes `shutdown`. @throws {ResponseError} before `initialize` */
  shutdown(): void {
    this.assertRunning();
    this.#phase = 'shutDown';
  }

  /** @throws {ResponseError} ServerNotInitialized before `initialize`, InvalidRequest after `shutdown` */
  assertRunning(): void {
    if (this.#phase === 'fresh') {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request must be initialize.');
    }
    if (this.#phase === 'shutDown') {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'After shutdown only exit may be sent.');
    }
  }

  /** The code to end with: 0 after `shutdown`, else 1. */
  get exitCode(): 0 | 1 {
    return this.#phase === 'shutDown' ? 0 : 1;
  }

  /** Answers a method that the agent does not have. @throws {ResponseError} always */
  refuse(method: string): never {
    this.assertRunning();
    throw new ResponseError(ErrorCodes.MethodNotFound, `There is no request ${method.slice(0, 100)}.`);
  }
}
