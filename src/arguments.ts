/** The command line. */
import { parseArgs } from 'node:util';
import type { TransportChoice } from './server/transport/transport.ts';
import { version } from './version.ts';

/** What the command line asks for. */
export type Arguments =
  | { readonly kind: 'serve'; readonly storage: string | undefined; readonly transport: TransportChoice }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mistake'; readonly text: string };

const usage = `Usage: jira-language-server [--stdio | --socket=PORT | --pipe=NAME | --node-ipc] [options]

Jira for every editor: a language server for self-hosted Jira (Server and Data Center).

  --stdio                 speak over standard input and output (the default)
  --socket=PORT           connect to a TCP port on this machine
  --pipe=NAME             connect to a named pipe or a Unix socket
  --node-ipc              speak over Node.js IPC
  --storage DIR           keep configuration and credentials in DIR
  --clientProcessId=PID   end when this process ends
  --version               print the version
  --help                  print this help
`;

/**
 * Reads the command line. `--clientProcessId` is read by vscode-languageserver from `process.argv`.
 *
 * @param args the arguments after the program's name
 */
export function parseArguments(args: string[]): Arguments {
  try {
    const { values } = parseArgs({
      args,
      options: {
        stdio: { type: 'boolean' },
        'node-ipc': { type: 'boolean' },
        socket: { type: 'string' },
        pipe: { type: 'string' },
        clientProcessId: { type: 'string' },
        storage: { type: 'string' },
        version: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { kind: 'text', text: usage };
    if (values.version) return { kind: 'text', text: `${version}\n` };
    return { kind: 'serve', storage: values.storage, transport: chooseTransport(values) };
  } catch (error) {
    return { kind: 'mistake', text: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` };
  }
}

function chooseTransport(values: { 'node-ipc'?: boolean | undefined; socket?: string | undefined; pipe?: string | undefined }): TransportChoice {
  if (values['node-ipc']) return { type: 'ipc' };
  if (values.pipe !== undefined) return { type: 'pipe', name: values.pipe };
  if (values.socket === undefined) return { type: 'stdio' };
  const port = Number(values.socket);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`“${values.socket}” is no TCP port.`);
  return { type: 'socket', port };
}
