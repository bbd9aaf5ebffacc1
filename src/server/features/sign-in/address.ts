/** Asks which server it is, where nothing says so; with a token that is signing in already. */
import { invalidParams } from '../../../core/errors.ts';
import { probeServer } from '../../../core/providers/probe.ts';
import type { ProviderRecord } from '../../../core/providers/records.ts';
import { readFields, writeFields } from './fields.ts';
import { beingTried, configure, howToFillIn, signedInText, type SignInContext, type Target } from './way.ts';

/** The server that was named; or the provider, where a token was given with it. */
export type Answer = Target | { readonly signedIn: ProviderRecord };

const instructions = [
  'Sign in to Jira',
  '',
  'Write the address of your Jira after “address:”, as it is in your browser, and save this file.',
  'With a personal access token after “token:” you are signed in at once. You create one in your Jira profile, under “Personal Access Tokens”.',
  'Without one you are asked how you want to sign in.',
  `This file is emptied as soon as it is saved. ${howToFillIn}`,
];

/** Has the user name the server, and finds it. */
export function askAddress(known: Pick<Target, 'name' | 'network'>, context: SignInContext, signal: AbortSignal): Promise<Answer> {
  return context.dialogue.fillIn<Answer>({
    name: 'jira-sign-in.txt',
    instruction: 'write the address of your Jira into it, and save it.',
    meanwhile: beingTried,
    text: (problem, saved = '') => writeFields({ lines: instructions, problem }, [{ name: 'address', value: read(saved).address }, { name: 'token' }]),
    accept: async (saved) => {
      const { address, token } = read(saved);
      if (address === undefined) throw invalidParams('baseUrl', 'The address of Jira is missing.');
      const target = { ...known, baseUrl: address };
      if (token !== undefined) return { signedIn: await configure(target, { type: 'token', token }, context, signal) };
      return { ...target, baseUrl: await find(target, context, signal) };
    },
    done: (answer) => ('signedIn' in answer ? signedInText(answer.signedIn) : '# Your Jira was found. You can close this file.\n'),
  });
}

/** What stands on a line below the address is no part of it, and may be a token in the wrong place. */
function read(saved: string): { readonly address?: string | undefined; readonly token?: string | undefined } {
  const { address, token } = readFields(saved, ['address', 'token']);
  return { address: address?.split('\n')[0], token };
}

async function find({ baseUrl, network }: Target, { core }: SignInContext, signal: AbortSignal): Promise<string> {
  const link = await core.connections.connect(network);
  try {
    return (await probeServer(baseUrl, (url) => core.connections.client(link, url), signal)).baseUrl;
  } finally {
    await link.http.close();
  }
}
