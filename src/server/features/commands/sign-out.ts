import type { ProviderRecord } from '../../../core/providers/records.ts';
import { Dismissed } from '../../dismissed.ts';
import { removeProvider } from '../../handlers/remove-provider.ts';
import { signOut as forgetCredentials } from '../../handlers/sign-out.ts';
import type { Command, CommandContext } from './command.ts';

/** `jira.signOut`: forgets the credentials of a provider, or the provider. */
export const signOut: Command<'jira.signOut'> = async (args, context, signal) => {
  const { core, editor } = context;
  const { provider, remove } = args.provider === undefined ? await choose(args.remove, context) : { provider: await core.store.get(args.provider), remove: args.remove === true };
  if (remove) {
    await removeProvider({ provider: provider.id }, context, signal);
    editor.showInfo(`${provider.name} was removed.`);
    return {};
  }
  const signedOut = await forgetCredentials({ provider: provider.id }, context, signal);
  editor.showInfo(`You are signed out of ${provider.name}.`);
  return signedOut;
};

interface Choice {
  readonly provider: ProviderRecord;
  readonly remove: boolean;
}

async function choose(remove: boolean | undefined, { core, editor, dialogue }: CommandContext): Promise<Choice> {
  const options = (await core.store.list()).flatMap((provider) => [
    ...(remove === true ? [] : [{ title: `Sign out of ${provider.name}`, value: { provider, remove: false } }]),
    ...(remove === false ? [] : [{ title: `Remove ${provider.name} altogether`, value: { provider, remove: true } }]),
  ]);
  if (options.length > 0) return dialogue.choose('Sign out of Jira?', options);
  editor.showInfo('There is no Jira to sign out of.');
  throw new Dismissed();
}
