/** The way between the agent and its client, as the command line names it. */
import { createConnection as connectSocket, type Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { IPCMessageReader, IPCMessageWriter, type MessageReader, type MessageWriter } from 'vscode-languageserver/node';
import { checkReader, readStream } from './checked-reader.ts';
import { StreamWriter } from './stream-writer.ts';

/** Standard input and output, a TCP port on this machine, a named pipe or Unix socket, or the IPC of Node.js. */
export type TransportChoice =
  | { readonly type: 'stdio' }
  | { readonly type: 'socket'; readonly port: number }
  | { readonly type: 'pipe'; readonly name: string }
  | { readonly type: 'ipc' };

/** A connection's two ends. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/**
 * Opens a transport. What comes over it is checked before anybody acts on it.
 *
 * @param onEnd called when the client is gone or can no longer be understood; with the reason where there is something
 *   to tell
 */
export function openTransport(choice: TransportChoice, onEnd: (reason?: string) => void): Transport {
  if (choice.type === 'ipc') return openIpc(onEnd);
  if (choice.type === 'stdio') {
    keepStdoutClean();
    return overStreams(process.stdin, process.stdout, onEnd);
  }
  const [socket, place] = choice.type === 'socket' ? [connectSocket(choice.port, '127.0.0.1'), `port ${choice.port}`] : [connectSocket(choice.name), choice.name];
  return overSocket(socket, place, onEnd);
}

function openIpc(onEnd: () => void): Transport {
  const writer = new IPCMessageWriter(process);
  process.on('disconnect', onEnd);
  return { reader: checkReader(new IPCMessageReader(process), writer), writer };
}

function overSocket(socket: Socket, place: string, onEnd: (reason?: string) => void): Transport {
  socket.on('error', (error: NodeJS.ErrnoException) => onEnd(`The connection to ${place} failed (${error.code}).`));
  return overStreams(socket, socket, onEnd);
}

function overStreams(input: Readable, output: Writable, onEnd: (reason?: string) => void): Transport {
  const writer = new StreamWriter(output);
  const ended = (): void => onEnd();
  input.on('end', ended).on('close', ended);
  output.on('error', ended);
  return { reader: readStream(input, writer, onEnd), writer };
}

/** Standard output is the protocol's: what a library prints goes to standard error. */
function keepStdoutClean(): void {
  Object.assign(console, { log: console.error, info: console.error, debug: console.error, dir: console.error });
}
