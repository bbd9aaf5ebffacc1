import { invalidParams } from '../../../core/errors.ts';
import { personalAccessTokensUrl } from '../../../core/jira/server-info.ts';
import { readFields, writeFields } from './fields.ts';
import { beingTried, configure, howToFillIn, signedInText, type Way } from './way.ts';

/** Opens the page where the user creates a token, and a file to paste it into. */
export const signInByToken: Way = async (target, context, signal) => {
  const url = personalAccessTokensUrl(target.baseUrl);
  const lines = [
    `Sign in to ${target.baseUrl}`,
    '',
    `1. Create a personal access token at ${url}`,
    '2. Paste it after “token:” and save this file, which is emptied at once.',
    howToFillIn,
  ];
  void context.editor.openExternal(url);
  return context.dialogue.fillIn({
    name: 'jira-sign-in.txt',
    instruction: 'paste your personal access token into it, and save it.',
    meanwhile: beingTried,
    text: (problem) => writeFields({ lines, problem }, [{ name: 'token' }]),
    accept: async (saved) => {
      const { token } = readFields(saved, ['token']);
      if (token === undefined) throw invalidParams('authentication.token', 'The token is missing.');
      return configure(target, { type: 'token', token }, context, signal);
    },
    done: signedInText,
  });
};
