import type { Feature } from './feature.ts';

/** `textDocument/documentLink`: the addresses of the issues in a document. */
export const documentLinks: Feature<'textDocument/documentLink'> = () => Promise.resolve([]);
