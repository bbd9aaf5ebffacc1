import { silence, recordedCapabilities, type EditorProfile } from './profile.ts';

/**
 * Zed of mid 2025. It cannot be run here: the capabilities are written down from `default_initialize_params` of its
 * `crates/lsp/src/lsp.rs`. A request that nobody takes is logged and never answered; a question that is left alone stays
 * open as long as its notification does; a hover is Markdown or nothing; `window/showDocument` is not announced.
 */
export const zed: EditorProfile = {
  name: 'Zed',
  capabilities: recordedCapabilities('zed'),
  answerQuestion: (_params, picked) => picked ?? silence(),
  renderer: 'CommonMark',
};
