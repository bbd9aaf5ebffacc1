/** The command line of `jira-language-server org`. */
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface OrgArguments {
  readonly kind: 'org';
  readonly command: OrgCommand;
  /** What stands behind the command. */
  readonly operands: readonly string[];
  readonly storage: string | undefined;
  readonly database: string | undefined;
  readonly json: boolean;
  readonly options: OrgOptions;
}

/** The options that commands share. */
export interface OrgOptions {
  readonly organization?: string | undefined;
  readonly passphrase?: boolean | undefined;
  readonly recipient?: readonly string[] | undefined;
  readonly administrators?: string | undefined;
  readonly members?: string | undefined;
  readonly name?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly 'consumer-key'?: string | undefined;
  readonly key?: string | undefined;
  readonly type?: string | undefined;
  readonly ca?: string | undefined;
  readonly bits?: string | undefined;
  readonly former?: string | undefined;
}

/** The commands, each with how many operands it takes at least and at most. */
const operandCounts = {
  status: [0, 0],
  'set-up': [1, 1],
  publish: [0, 1],
  rotate: [1, 1],
  retire: [2, 2],
  withdraw: [1, 1],
  file: [1, 20],
  password: [0, 0],
} as const;

export type OrgCommand = keyof typeof operandCounts;

export const orgUsage = `Usage: jira-language-server org COMMAND [options]

Sets a Jira up once, for everybody: by a PostgreSQL database of the organization, or by a file in a repository.
docs/administrators.md tells the whole way.

  status                         what the database holds, and who is on which key
  set-up NAME                    sets an organization up, brings the tables to their newest version, or changes who can open its keys
      --passphrase               asks for the passphrase of the team (JIRA_PASSPHRASE, or typed)
      --recipient AGE            a public key of age that can open the keys; may be given several times
      --administrators ROLE, --members ROLE
                                 the database roles, where they are not to be named for the organization
  publish [PROVIDER]             publishes a provider of yours (its id in jira/providers), or what these say:
      --base-url URL --type oauth1 --consumer-key KEY --key FILE, or --base-url URL --type token
      --name NAME, --ca FILE, --organization NAME
  rotate PROVIDER [--bits N]     makes a new key and publishes it beside the old one
  retire PROVIDER FINGERPRINT    takes a key back
  withdraw PROVIDER              takes a provider back, with everybody's access by it
  file PROVIDER…                 prints a file .jira.json for a repository
      --passphrase, --recipient AGE, and --former FILE to keep its key while the link is changed
  password                       keeps the password of the database with your secrets

  --database URL                 the database; better in the environment, as JIRA_ORGANIZATION
  --storage DIR                  the folder of the agent's files
  --json                         prints the result of the request as it is
`;

/** @param args what stands behind `org` @throws {Error} for what is none, in words for people */
export function parseOrgArguments(args: string[]): OrgArguments | undefined {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      storage: text, database: text, organization: text, administrators: text, members: text, name: text, 'base-url': text, 'consumer-key': text,
      key: text, type: text, ca: text, bits: text, former: text,
      recipient: { type: 'string', multiple: true },
      passphrase: { type: 'boolean' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, ...operands] = positionals;
  if (values.help === true) return undefined;
  if (command === undefined || !Object.hasOwn(operandCounts, command)) throw new Error(command === undefined ? 'The command is missing.' : `There is no command “${command}”.`);
  const [least, most] = operandCounts[command as OrgCommand];
  if (operands.length < least || operands.length > most) throw new Error(`\`org ${command}\` takes ${least === most ? least : `${least} to ${most}`} operands.`);
  const { storage, database, json, help: _help, ...options } = values;
  return { kind: 'org', command: command as OrgCommand, operands, storage, database, json, options };
}
