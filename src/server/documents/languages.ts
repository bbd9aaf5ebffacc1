/** What a document is, as far as references to issues are concerned. */
import type { TextDocument } from 'vscode-languageserver-textdocument';

const commitLanguages = new Set(['gitcommit', 'git-commit', 'git_commit', 'hgcommit', 'hg-commit', 'jjdescription', 'jj-commit', 'jj', 'svn', 'scminput']);

/** Files in which version control systems have messages edited. */
const commitFiles = /(?:^|[/\\])(?:(?:COMMIT|TAG|NOTES|PULLREQ|RELEASE)_EDITMSG|(?:MERGE|SQUASH)_MSG|hg-editor-[^/\\]*\.(?:commit\.hg\.)?txt|svn-commit[^/\\]*\.tmp|editor-[^/\\]*\.jjdescription)$/;

/** Languages that are text and no code. */
const prose = new Set([
  'markdown', 'plaintext', 'text', 'txt', 'restructuredtext', 'rst', 'asciidoc', 'asciidoctor', 'org', 'latex', 'tex', 'typst', 'mdx', 'quarto', 'rmd', 'textile', 'vimwiki', 'norg', 'mail', 'pod', 'djot',
]);

const markdown = new Set(['markdown', 'mdx', 'quarto', 'rmd', 'vimwiki', 'djot']);

/** Whether a document is the message of a commit. */
export function isCommitMessage({ languageId, uri }: TextDocument): boolean {
  return commitLanguages.has(languageId.toLowerCase()) || commitFiles.test(uri);
}

/** Whether a document is text and no code. */
export function isProse({ languageId }: TextDocument): boolean {
  return prose.has(languageId.toLowerCase());
}

/** Whether what is written into a document is Markdown. */
export function isMarkdown({ languageId }: TextDocument): boolean {
  return markdown.has(languageId.toLowerCase());
}

/** Whether the user writes secrets into a document: the file in which the agent has them sign in. Nothing of it is looked up. */
export function holdsSecrets({ uri }: TextDocument): boolean {
  return /(?:^|[/\\]|%2f|%5c)jira-sign-in\.txt$/i.test(uri);
}
