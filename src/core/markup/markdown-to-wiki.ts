/** Markdown to wiki markup of Jira, for descriptions and comments that are written. Load it when it is needed: the parser comes with it. */
import { readMarkdown } from './markdown/read-document.ts';
import { writeWiki } from './wiki/write-document.ts';

/**
 * Converts Markdown of GitHub's flavour to wiki markup.
 *
 * A line break in a paragraph stays one, as in comments on GitHub. What Jira has no notation for is
 * shown as it was written, and nothing that is text in Markdown is markup for Jira. An address
 * relative to the text is an attachment.
 *
 * @param markdown the text that a person wrote
 * @param baseUrl the server that the text goes to, with no slash at the end: links to its users
 *   become mentions and links to its issues become keys
 */
export function markdownToWiki(markdown: string, baseUrl?: string): string {
  return writeWiki(readMarkdown(markdown, baseUrl === undefined ? {} : { userOf: userOf(baseUrl), issueOf: issueOf(baseUrl) }));
}

/** `ViewProfile.jspa?name=…` is the page of a user in every version of Jira. */
function userOf(baseUrl: string): (url: string) => string | undefined {
  return (url) => {
    const prefix = `${baseUrl}/secure/ViewProfile.jspa?`;
    return url.startsWith(prefix) ? (new URLSearchParams(url.slice(prefix.length)).get('name') ?? undefined) : undefined;
  };
}

function issueOf(baseUrl: string): (url: string) => string | undefined {
  return (url) => {
    const prefix = `${baseUrl}/browse/`;
    return url.startsWith(prefix) ? /^[A-Z][A-Z0-9_]+-\d+$/.exec(url.slice(prefix.length))?.[0] : undefined;
  };
}
