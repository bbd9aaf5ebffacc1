import { cancelled, silence, recordedCapabilities, type EditorProfile } from './profile.ts';

/**
 * The IDEs of JetBrains through LSP4IJ 0.20 (d21cff9).
 *
 * The capabilities are what its `ClientCapabilitiesFactory` gave, run with LSP4J 1.0.0. From its sources: closing the
 * balloon of a question cancels the request; of an action it gives back the title alone; `showDocument` of a document
 * without a `selection` never answers (`ServerMessageHandler.java`).
 */
export const lsp4ij: EditorProfile = {
  name: 'LSP4IJ',
  capabilities: recordedCapabilities('lsp4ij'),
  answerQuestion: (_params, picked) => (picked === undefined ? cancelled() : { title: picked.title }),
  showDocument: ({ external, selection }) => (external !== true && selection === undefined ? silence() : true),
  renderer: 'CommonMark',
};
