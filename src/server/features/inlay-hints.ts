import type { Feature } from './feature.ts';

/** `textDocument/inlayHint`: the status beside each key. */
export const inlayHints: Feature<'textDocument/inlayHint'> = () => Promise.resolve([]);
