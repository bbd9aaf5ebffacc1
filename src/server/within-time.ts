/** Waits for an editor, which may never answer (vim-lsp), refuse what it does not know (-32601), or answer late. */
import { type CancellationToken, CancellationTokenSource, ErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** Why there is no answer of the editor. It holds nothing of what the editor said. */
export class EditorFailure extends Error {
  override readonly name = 'EditorFailure';
  readonly reason: 'undeclared' | 'unknown' | 'refused' | 'silent';

  /** @param reason `unknown` where the editor does not have the request at all */
  constructor(reason: EditorFailure['reason']) {
    super(`The editor gave no answer: ${reason}.`);
    this.reason = reason;
  }
}

/**
 * The answer of the editor. A request that is given up is withdrawn (`$/cancelRequest`).
 *
 * @param milliseconds that the editor has
 * @param send sends the request
 * @param signal gives it up
 * @throws {EditorFailure} where the editor answers with an error or keeps silent; the signal's reason where it is aborted
 */
export async function withinTime<T>(milliseconds: number, send: (token: CancellationToken) => Promise<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const source = new CancellationTokenSource();
  let giveUp = (_reason: unknown): void => undefined;
  const givenUp = new Promise<never>((_resolve, reject) => {
    giveUp = (reason) => {
      reject(reason as Error);
      source.cancel();
    };
  });
  const onAbort = (): void => giveUp(signal?.reason);
  const timer = setTimeout(() => giveUp(new EditorFailure('silent')), milliseconds);
  signal?.addEventListener('abort', onAbort);
  try {
    return await Promise.race([send(source.token).catch((error: unknown) => Promise.reject(failureOf(error))), givenUp]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

function failureOf(error: unknown): EditorFailure {
  return new EditorFailure(error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound ? 'unknown' : 'refused');
}
