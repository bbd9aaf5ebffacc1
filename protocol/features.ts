/** What an editor's user may set of the features of standard LSP. */
import * as z from 'zod';
import { optional, withDefault } from './primitives.ts';

const enabled = (value: boolean) => withDefault(z.boolean(), value);

/** What is said of the issue under the cursor. */
export const HoverSettings = z.object({ enabled: enabled(true).describe('Whether anything is said.') }).meta({ id: 'HoverSettings', description: 'What is said of the issue under the cursor.' });

/** Keys of issues that are proposed. */
export const CompletionSettings = z
  .object({
    enabled: enabled(true).describe('Whether any are.'),
    insert: withDefault(z.string().min(1).max(200), '{key}').describe('What is written for an issue that was chosen, with `{key}`, `{summary}`, `{url}`, `{status}` and `{type}`; for instance `[{key}]({url})`.'),
    words: enabled(true).describe('Whether words of a summary are enough in Markdown, plain text and messages of commits. In code it always takes a key, or `#` and words, within a comment or a string.'),
  })
  .meta({ id: 'CompletionSettings', description: 'Keys of issues that are proposed.' });

/** Keys that are links to their pages. */
export const DocumentLinkSettings = z.object({ enabled: enabled(true).describe('Whether they are.') }).meta({ id: 'DocumentLinkSettings', description: 'Keys that are links to their pages.' });

/** What is shown beside a key. */
export const InlayHintSettings = z
  .object({
    enabled: enabled(false).describe('Whether anything is.'),
    text: withDefault(z.string().min(1).max(200), '{status}').describe('With `{status}`, `{summary}`, `{assignee}`, `{type}` and `{priority}`.'),
  })
  .meta({ id: 'InlayHintSettings', description: 'What is shown beside each key.' });

/** What is shown above a line. */
export const CodeLensSettings = z
  .object({ enabled: enabled(false).describe('Whether each line that names an issue has its status above it, which opens the issue.') })
  .meta({ id: 'CodeLensSettings', description: 'What is shown above each line that names an issue.' });

/** What is remarked. */
export const DiagnosticSettings = z
  .object({
    enabled: enabled(true).describe('Whether anything is remarked at all.'),
    closedIssue: enabled(true).describe('An issue that is done, beside a `TODO` or in the message of a commit.'),
    movedIssue: enabled(true).describe('The former key of an issue, there.'),
    unknownIssue: enabled(true).describe('A key of which Jira has no issue, there.'),
    todoWithoutIssue: enabled(false).describe('A `TODO` without any key.'),
    branchMismatch: enabled(true).describe('A commit for another issue than that of the branch.'),
    smartCommit: enabled(true).describe('A smart commit command that Jira would not understand.'),
    todoMarkers: withDefault(z.array(z.string().regex(/^[\p{L}\p{N}_]{2,30}$/u, 'is no word')).max(20), ['TODO', 'FIXME']).describe('What marks a thing to be done.'),
  })
  .meta({ id: 'DiagnosticSettings', description: 'What is remarked of the keys in a document; each can be switched off.' });

/** The members of the settings that features have; they can be changed while the agent runs. */
export const featureSettings = {
  hover: optional(HoverSettings),
  completion: optional(CompletionSettings),
  documentLinks: optional(DocumentLinkSettings),
  inlayHints: optional(InlayHintSettings),
  codeLenses: optional(CodeLensSettings),
  diagnostics: optional(DiagnosticSettings),
};

export type HoverSettings = z.output<typeof HoverSettings>;
export type CompletionSettings = z.output<typeof CompletionSettings>;
export type DocumentLinkSettings = z.output<typeof DocumentLinkSettings>;
export type InlayHintSettings = z.output<typeof InlayHintSettings>;
export type CodeLensSettings = z.output<typeof CodeLensSettings>;
export type DiagnosticSettings = z.output<typeof DiagnosticSettings>;
