import { givesAction, recordedCapabilities, type EditorProfile } from './profile.ts';

/** Neovim 0.7.2 of Debian 12: recorded by `record.ts`. It answers -32601 to every request that it does not know. */
export const oldNeovim: EditorProfile = { name: 'Neovim 0.7', capabilities: recordedCapabilities('neovim-0.7'), answerQuestion: givesAction, renderer: 'text' };

/** Neovim 0.12.4: recorded by `record.ts`. */
export const newNeovim: EditorProfile = { name: 'Neovim 0.12', capabilities: recordedCapabilities('neovim-0.12'), answerQuestion: givesAction, renderer: 'text' };
