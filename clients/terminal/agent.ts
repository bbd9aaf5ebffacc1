/** The agent as a process, and the protocol with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, ErrorCodes, ResponseError, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { ParamsInputOf, ResultOf } from '../../protocol/definition.ts';
import type { Requests } from '../../protocol/index.ts';
import type { RequestMethod } from '../../protocol/methods.ts';
import { say } from './output.ts';

/** A running agent. */
export interface Agent extends AsyncDisposable {
  /** @throws {ResponseError} with a message for people */
  request<M extends RequestMethod>(method: M, params: ParamsInputOf<Requests[M]>): Promise<ResultOf<Requests[M]>>;
}

/**
 * Starts the agent and initialises it.
 *
 * @param file the built agent
 * @param storage its storage folder; `undefined` is the platform's
 */
export async function startAgent(file: string, storage: string | undefined): Promise<Agent> {
  const child = spawn(process.execPath, [file, '--stdio', ...(storage === undefined ? [] : ['--storage', storage])], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const answer = async <T>(response: Promise<T>): Promise<T> =>
    Promise.race([response, ended.then(([code]) => Promise.reject(new Error(`The agent ended by itself, with code ${code}.`)))]);

  connection.onNotification('window/showMessage', ({ message }: { message: string }) => say(message));
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type <= warning) say(`Agent: ${message}`);
  });
  connection.onRequest((method: string) => new ResponseError(ErrorCodes.MethodNotFound, `There is no ${method} in a terminal.`));
  connection.listen();

  await answer(connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} }));
  await connection.sendNotification('initialized', {});
  return {
    request: (method, params) => answer(connection.sendRequest(method, params)),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await answer(connection.sendRequest('shutdown'));
      await connection.sendNotification('exit');
      await ended;
    },
  };
}

/** `MessageType.Warning` of LSP; errors are 1. */
const warning = 2;
