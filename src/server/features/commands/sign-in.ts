import { signIn as enter } from '../sign-in/sign-in.ts';
import type { Command } from './command.ts';

/** `jira.signIn`: signs in to a Jira, and adds it where it is new. */
export const signIn: Command<'jira.signIn'> = async (args, context, signal) => ({ provider: await enter(args, context, signal) });
