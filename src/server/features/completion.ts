import type { Feature } from './feature.ts';

/** `textDocument/completion`: keys of issues, by key or by words. */
export const completion: Feature<'textDocument/completion'> = () => Promise.resolve(null);
