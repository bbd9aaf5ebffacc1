import { givesAction, recordedCapabilities, type EditorProfile } from './profile.ts';

/**
 * vim-lsp of April 2026 (474c656) in Vim 9.0: recorded by `record.ts`.
 *
 * It never answers a request that it does not know. Of the choices of a question it only ever gives back one whose
 * number is not above the count of digits of that number (`autoload/lsp/internal/show_message_request.vim`): the first.
 */
export const vimLsp: EditorProfile = {
  name: 'vim-lsp',
  capabilities: recordedCapabilities('vim-lsp'),
  answerQuestion: ({ actions = [] }, picked) => (picked === actions[0] ? (picked ?? null) : null),
  renderer: 'text',
};

/** yegappan/lsp of August 2026 (33aef9d) in Vim 9.0: recorded by `record.ts`. It answers -32601 to what it does not know. */
export const yegappanLsp: EditorProfile = { name: 'yegappan/lsp', capabilities: recordedCapabilities('yegappan-lsp'), answerQuestion: givesAction, renderer: 'text' };
