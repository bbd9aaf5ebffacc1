import { signIn } from '../sign-in/sign-in.ts';
import type { Command } from './command.ts';

/** `jira.addServer`: adds a Jira and signs in to it. */
export const addServer: Command<'jira.addServer'> = async (args, context, signal) => ({ provider: await signIn({ ...args, isNew: true }, context, signal) });
