import { givesAction, methodNotFound, recordedCapabilities, type EditorProfile } from './profile.ts';

/**
 * Helix 25.01.1 of Debian 13: recorded by `record.ts`. It knows no `window/showMessageRequest` and answers -32601.
 * It does show documents, but does not declare that it can.
 */
export const oldHelix: EditorProfile = { name: 'Helix 25.01', capabilities: recordedCapabilities('helix-25.01'), answerQuestion: methodNotFound, renderer: 'CommonMark' };

/** Helix of July 2026 (`25.07.1`): recorded by `record.ts`. It asks questions and shows documents. */
export const newHelix: EditorProfile = { name: 'Helix 25.07', capabilities: recordedCapabilities('helix-25.07'), answerQuestion: givesAction, renderer: 'CommonMark' };
