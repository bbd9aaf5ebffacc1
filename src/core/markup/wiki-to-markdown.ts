/** Wiki markup of Jira to Markdown, for descriptions and comments that are read. */
import type { Addresses } from './markdown/addresses.ts';
import { writeMarkdown } from './markdown/write-document.ts';
import { readWiki } from './wiki/read-document.ts';

export type { Addresses } from './markdown/addresses.ts';

/**
 * Converts wiki markup to Markdown of GitHub's flavour.
 *
 * It never fails: what is malformed or unknown is shown as it was written. Nothing in the text comes
 * to be more than text by way of Markdown: there is no HTML but `<br>` within cells of tables, links
 * and images have the schemes http, https and mailto or are files beside the text, and neither
 * control characters nor overrides of the direction of text come out. Colours and underlines, for
 * which Markdown has no notation, are left out.
 *
 * @param wiki the source, as Jira gives it with `renderedFields` left out
 */
export function wikiToMarkdown(wiki: string, addresses: Addresses = {}): string {
  return writeMarkdown(readWiki(wiki), addresses);
}
