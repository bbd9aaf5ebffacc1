import { removeProvider } from '../../handlers/remove-provider.ts';
import { signOut as forgetCredentials } from '../../handlers/sign-out.ts';
import type { Command } from './command.ts';

/** `jira.signOut`: forgets the credentials of a provider, or the provider. */
export const signOut: Command<'jira.signOut'> = async (args, context, signal) => {
  const { core, editor, dialogue } = context;
  const providers = args.provider === undefined ? await core.store.list() : [await core.store.get(args.provider)];
  if (providers.length === 0) await core.store.resolve(undefined);
  const { provider, remove } =
    args.provider === undefined
      ? await dialogue.choose(
          'Sign out of Jira?',
          providers.flatMap((record) => [
            ...(args.remove === true ? [] : [{ title: `Sign out of ${record.name}`, value: { provider: record, remove: false } }]),
            ...(args.remove === false ? [] : [{ title: `Remove ${record.name} altogether`, value: { provider: record, remove: true } }]),
          ]),
        )
      : { provider: providers[0]!, remove: args.remove === true };
  if (remove) {
    await removeProvider({ provider: provider.id }, context, signal);
    editor.showInfo(`${provider.name} was removed.`);
    return {};
  }
  const signedOut = await forgetCredentials({ provider: provider.id }, context, signal);
  editor.showInfo(`You are signed out of ${provider.name}.`);
  return signedOut;
};
