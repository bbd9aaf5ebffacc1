/** Texts for Jira, from Markdown. */
import type { Access } from './access.ts';

/** Gives a function from Markdown to wiki markup. The parser of Markdown is loaded with the first text that is written. */
export async function wikiWriter({ baseUrl }: Access): Promise<(markdown: string) => string> {
  const { markdownToWiki } = await import('../markup/markdown-to-wiki.ts');
  return (markdown) => markdownToWiki(markdown, baseUrl);
}
