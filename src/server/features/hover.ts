import type { Feature } from './feature.ts';

/** `textDocument/hover`: what is known of the issue at a position. */
export const hover: Feature<'textDocument/hover'> = () => Promise.resolve(null);
