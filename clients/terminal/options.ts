/** The command line. */
import { parseArgs } from 'node:util';

/** What to do the job with. */
export interface Options {
  /** A Jira; absent: one of our own. */
  readonly url: string | undefined;
  readonly jql: string | undefined;
  readonly limit: number;
  /** The agent's storage folder; absent: its own place, or a temporary one for a Jira of our own. */
  readonly storage: string | undefined;
}

export const usage = `Usage: npm start [-- options]

Does the whole job of the Jira language server in a terminal: asks a Jira who it is, gets in, and lists issues.
Without --url it brings a Jira of its own to try it with, and plays the administrator and the user.

  --url URL      a Jira to work with; you are asked for what it takes
  --jql QUERY    what to list, in JQL; by default your open issues
  --limit N      how many issues at the most; 20 by default
  --storage DIR  keep configuration and credentials in DIR
  --help         print this help
`;

/** What the command line asks for. */
export type Command = ({ readonly kind: 'run' } & Options) | { readonly kind: 'help' } | { readonly kind: 'mistake'; readonly message: string };

/** @param args the arguments after the program's name */
export function parseOptions(args: string[]): Command {
  try {
    const { values } = parseArgs({
      args,
      options: {
        url: { type: 'string' },
        jql: { type: 'string' },
        limit: { type: 'string', default: '20' },
        storage: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { kind: 'help' };
    if (!/^[1-9]\d*$/.test(values.limit)) return { kind: 'mistake', message: '--limit takes a number, 1 or more.' };
    return { kind: 'run', url: values.url, jql: values.jql, limit: Number(values.limit), storage: values.storage };
  } catch (error) {
    return { kind: 'mistake', message: error instanceof Error ? error.message : String(error) };
  }
}
