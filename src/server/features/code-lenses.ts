import type { Feature } from './feature.ts';

/** `textDocument/codeLens`: the same as actions above the line. */
export const codeLenses: Feature<'textDocument/codeLens'> = () => Promise.resolve([]);
