import type { Feature } from './feature.ts';

/** `textDocument/codeAction`: what can be done with an issue, or with a selection. */
export const codeActions: Feature<'textDocument/codeAction'> = () => Promise.resolve([]);
