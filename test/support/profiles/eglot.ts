import { givesAction, recordedCapabilities, type EditorProfile } from './profile.ts';

/**
 * eglot 1.9 in Emacs 28.2 of Debian 12, without markdown-mode: recorded by `record.ts`.
 *
 * A hover is plain text. It writes null for arguments that there are none of, answers `null` to every request that it
 * does not know, and picks the first choice of a question where the user just presses return.
 */
export const oldEglot: EditorProfile = {
  name: 'eglot 1.9',
  capabilities: recordedCapabilities('eglot-1.9'),
  answerQuestion: (_params, picked) => (picked === undefined ? null : { title: picked.title }),
  noArguments: null,
  renderer: 'text',
};

/** eglot 1.17.30 of Emacs 30.1: recorded by `record.ts`. It shows documents, and prefers UTF-32. */
export const newEglot: EditorProfile = { name: 'eglot 1.17', capabilities: recordedCapabilities('eglot-1.17'), answerQuestion: givesAction, noArguments: null, renderer: 'text' };
