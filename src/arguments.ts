/** The command line. */
import { parseArgs } from 'node:util';
import { type OrgArguments, orgUsage, parseOrgArguments } from './cli/org-arguments.ts';
import type { TransportChoice } from './server/transport/transport.ts';
import { version } from './version.ts';

/** What the command line asks for. */
export type Arguments =
  | { readonly kind: 'serve'; readonly storage: string | undefined; readonly transport: TransportChoice }
  | { readonly kind: 'doctor'; readonly storage: string | undefined; readonly provider: string | undefined; readonly json: boolean }
  | OrgArguments
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mistake'; readonly text: string };

const usage = `Usage: jira-language-server [--stdio | --socket=PORT | --pipe=NAME | --node-ipc] [options]
       jira-language-server doctor [--storage DIR] [--provider ID] [--json]
       jira-language-server org COMMAND

Jira for every editor: a language server for self-hosted Jira (Server and Data Center).

  --stdio                 speak over standard input and output (the default)
  --socket=PORT           connect to a TCP port on this machine
  --pipe=NAME             connect to a named pipe or a Unix socket
  --node-ipc              speak over Node.js IPC
  --storage DIR           keep configuration and credentials in DIR
  --clientProcessId=PID   end when this process ends
  --version               print the version
  --help                  print this help

doctor examines the agent and the providers that are configured, and prints what works, what
does not, and what to do about it. The exit code is 1 when something failed.

  --provider ID           examine this provider alone
  --json                  print the result of jira/doctor as it is

org sets a Jira up once, for everybody in an organization; org --help lists its commands.
`;

/**
 * Reads the command line. `--clientProcessId` is read by vscode-languageserver from `process.argv`.
 *
 * @param args the arguments after the program's name
 */
export function parseArguments(args: string[]): Arguments {
  if (args[0] === 'org') return parseOrg(args.slice(1));
  try {
    return args[0] === 'doctor' ? parseDoctor(args.slice(1)) : parseServer(args);
  } catch (error) {
    return { kind: 'mistake', text: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` };
  }
}

function parseOrg(args: string[]): Arguments {
  try {
    return parseOrgArguments(args) ?? { kind: 'text', text: orgUsage };
  } catch (error) {
    return { kind: 'mistake', text: `${error instanceof Error ? error.message : String(error)}\n\n${orgUsage}` };
  }
}

function parseDoctor(args: string[]): Arguments {
  const { values } = parseArgs({
    args,
    options: {
      storage: { type: 'string' },
      provider: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { storage, provider, json, help } = values;
  return help ? { kind: 'text', text: usage } : { kind: 'doctor', storage, provider, json };
}

function parseServer(args: string[]): Arguments {
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
}

function chooseTransport(values: { 'node-ipc'?: boolean | undefined; socket?: string | undefined; pipe?: string | undefined }): TransportChoice {
  if (values['node-ipc']) return { type: 'ipc' };
  if (values.pipe !== undefined) return { type: 'pipe', name: values.pipe };
  if (values.socket === undefined) return { type: 'stdio' };
  const port = Number(values.socket);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`“${values.socket}” is no TCP port.`);
  return { type: 'socket', port };
}
