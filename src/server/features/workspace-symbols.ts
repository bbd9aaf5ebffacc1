import type { Feature } from './feature.ts';

/** `workspace/symbol`: issues by words or key. */
export const workspaceSymbols: Feature<'workspace/symbol'> = () => Promise.resolve([]);
