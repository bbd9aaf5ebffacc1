import type { Feature } from './feature.ts';

/** `workspace/textDocumentContent`: an issue as a page. */
export const textDocumentContent: Feature<'workspace/textDocumentContent'> = () => Promise.resolve({ text: '' });
