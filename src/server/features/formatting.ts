import type { Feature } from './feature.ts';

/** `textDocument/formatting`: the layout of a query. */
export const formatting: Feature<'textDocument/formatting'> = () => Promise.resolve(null);
