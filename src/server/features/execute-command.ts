import type { Feature } from './feature.ts';

/** `workspace/executeCommand`: what a code action, a lens or the user runs. */
export const executeCommand: Feature<'workspace/executeCommand'> = () => Promise.resolve(null);
