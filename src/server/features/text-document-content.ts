import type { Feature } from './feature.ts';

/** `workspace/textDocumentContent`: an issue as a page. */
export const textDocumentContent: Feature<'workspace/textDocumentContent'> = async ({ uri }, { workbench }, signal) => ({ text: await workbench.pages.content(uri, signal) });
