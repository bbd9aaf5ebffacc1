/** What each command of `jira-language-server org` does: the request of the protocol, and its result as text. */
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { requests } from '../../protocol/index.ts';
import type { RequestMethod } from '../../protocol/methods.ts';
import type { Core } from '../core/core.ts';
import { publishProvider } from '../core/organization/publish.ts';
import { retireKey, rotateKey, withdrawProvider } from '../core/organization/rotate.ts';
import { setUpOrganization } from '../core/organization/set-up.ts';
import { organizationStatus } from '../core/organization/status.ts';
import { makeWorkspaceFile } from '../core/workspace/make-workspace-file.ts';
import { formatLink, formatProvider, formatStatus } from './format-organization.ts';
import type { OrgCommand, OrgOptions } from './org-arguments.ts';
import { readSecret } from './read-secret.ts';

/** What came of a command. */
export interface Outcome {
  /** As the request answers it. */
  readonly result: unknown;
  /** For people. */
  readonly text: string;
}

type Command = (core: Core, operands: readonly string[], options: OrgOptions, signal: AbortSignal) => Promise<Outcome>;

/** What is wrong with the command line, in words for people. */
class CommandMistake extends Error {
  override readonly name = 'CommandMistake';
}

/** The commands by their names. */
export const orgCommands: Readonly<Record<OrgCommand, Command>> = {
  async status(core) {
    const result = await organizationStatus(core);
    return { result, text: formatStatus(result) };
  },

  async 'set-up'(core, [organization], options) {
    const { administrators, members, recipient: recipients } = options;
    const params = validated('jira/setUpOrganization', { organization, passphrase: await passphraseOf(options), recipients, administrators, members });
    const result = await setUpOrganization(core, params);
    const text = `${result.organization.name} is set up. Grant these roles of the database to people:\n  ${result.administrators} to administrators\n  ${result.members} to everybody else\n`;
    return { result, text };
  },

  async publish(core, [provider], options, signal) {
    const { organization, name, ca } = options;
    const direct = provider === undefined ? { baseUrl: options['base-url'], authentication: await authenticationOf(options) } : {};
    const params = validated('jira/publishProvider', { organization, name, provider, ...direct, ca: await fileOf(ca) });
    const published = await publishProvider(core, params, signal);
    return { result: { provider: published }, text: `Published for everybody:\n${formatProvider(published)}` };
  },

  async rotate(core, [provider], { bits }, signal) {
    const params = validated('jira/rotateKey', { provider, bits: bits === undefined ? undefined : Number(bits) });
    const result = await rotateKey(core, params.provider, params.bits, signal);
    return { result, text: `The new key ${result.fingerprint} is published beside the old one.\n${formatLink(result.applicationLink)}` };
  },

  async retire(core, [provider, fingerprint]) {
    const params = validated('jira/retireKey', { provider, fingerprint });
    const left = await retireKey(core, params.provider, params.fingerprint);
    return { result: { provider: left }, text: `The key was taken back.\n${formatProvider(left)}` };
  },

  async withdraw(core, [provider]) {
    await withdrawProvider(core, validated('jira/withdrawProvider', { provider }).provider);
    return { result: null, text: 'It is withdrawn. Delete the application link in Jira, too: that ends every access by it.\n' };
  },

  async file(core, providers, options) {
    const params = validated('jira/workspaceFile', { providers: [...providers], passphrase: await passphraseOf(options), recipients: options.recipient, former: await fileOf(options.former) });
    const result = await makeWorkspaceFile(core, params);
    return { result, text: result.text };
  },

  async password(core) {
    await core.organization.keepPassword(await readSecret('PGPASSWORD', 'Password of the database'));
    return { result: null, text: 'The password is kept with your secrets.\n' };
  },
};

function validated<M extends RequestMethod>(method: M, params: unknown): z.output<(typeof requests)[M]['params']> {
  const { data, error } = requests[method].params.safeParse(params);
  if (error === undefined) return data as z.output<(typeof requests)[M]['params']>;
  throw new CommandMistake(error.issues.map(({ path, message }) => `${path.join('.') || 'The command'}: ${message}`).join('\n'));
}

async function passphraseOf({ passphrase }: OrgOptions): Promise<string | undefined> {
  return passphrase === true ? readSecret('JIRA_PASSPHRASE', 'Passphrase of the team') : undefined;
}

async function authenticationOf({ type, 'consumer-key': consumerKey, key }: OrgOptions): Promise<object> {
  if (type !== 'oauth1') return { type };
  return { type, consumerKey, privateKey: await fileOf(key), passphrase: process.env['JIRA_KEY_PASSPHRASE'] };
}

async function fileOf(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new CommandMistake(`The file ${path} cannot be read.`);
  }
}
