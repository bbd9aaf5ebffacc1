import { invalidParams } from '../../../core/errors.ts';
import { readFields, writeFields } from './fields.ts';
import { beingTried, configure, howToFillIn, signedInText, type Way } from './way.ts';

const names = ['user name', 'password'];

/** Opens a file to type user name and password into. */
export const signInByPassword: Way = (target, context, signal) => {
  const lines = [
    `Sign in to ${target.baseUrl}`,
    '',
    'Write your user name and your password, and save this file, which is emptied at once.',
    howToFillIn,
  ];
  return context.dialogue.fillIn({
    name: 'jira-sign-in.txt',
    instruction: 'write your user name and your password into it, and save it.',
    meanwhile: beingTried,
    text: (problem, saved = '') => writeFields({ lines, problem }, [{ name: 'user name', value: readFields(saved, names)['user name'] }, { name: 'password' }]),
    accept: async (saved) => {
      const { 'user name': username, password } = readFields(saved, names);
      if (username === undefined || password === undefined) throw invalidParams('authentication', 'User name or password is missing.');
      return configure(target, { type: 'basic', username, password }, context, signal);
    },
    done: signedInText,
  });
};
