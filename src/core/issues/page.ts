/** An issue as a page of Markdown. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Comment, IssueDetail, IssueLink, IssueRef } from '../../../protocol/issue-detail.ts';
import type { Block, Document, Inline } from '../markup/document.ts';
import { plainText } from '../text/plain-text.ts';
import { writeMarkdown } from '../markup/markdown/write-document.ts';

/** What a page shows; what only the issue's own resource tells may be missing. */
export type PageContent = Omit<IssueDetail, 'transitions' | 'watching'> & {
  /** How many comments are not among those of the page. */
  readonly commentsLeftOut?: number;
};

/**
 * Writes the page. Whatever somebody wrote into Jira is text in it, or Markdown that the conversion from wiki markup
 * has made harmless (see `wikiToMarkdown`).
 */
export function issuePage(issue: PageContent): string {
  const parts = [
    markdown([heading(1, `${issue.key}: ${issue.summary}`), factsOf(issue)]),
    ...section('Description', issue.description),
    ...section('Links', markdown(listOf(issue.links.map(linkItem)))),
    ...section('Sub-tasks', markdown(listOf(issue.subtasks.map(refItem)))),
    ...section('Attachments', markdown(listOf(issue.attachments.map(attachmentItem)))),
    ...section('Comments', [...issue.comments.map(commentText), ...leftOut(issue)].join('\n\n')),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What a list shows of an issue, as a page: for when Jira cannot be asked for the rest. */
export function seenPage(issue: Issue): string {
  const nothing = { description: '', comments: [], links: [], subtasks: [], attachments: [], components: [], fixVersions: [], versions: [], timeTracking: {} };
  return `${issuePage({ ...issue, ...nothing })}\nThis is what was last seen of the issue. Jira could not be asked for its description and its comments.\n`;
}

function section(title: string, content: string): string[] {
  return content === '' ? [] : [`## ${title}`, content];
}

function factsOf(issue: PageContent): Block {
  const { originalEstimate, remainingEstimate, timeSpent } = issue.timeTracking;
  const facts: [string, string | undefined][] = [
    ['Status', issue.resolution === undefined ? issue.status.name : `${issue.status.name} (${issue.resolution.name})`],
    ['Type', issue.type.name],
    ['Priority', issue.priority?.name],
    ['Project', `${issue.project.name} (${issue.project.key})`],
    ['Assignee', issue.assignee?.displayName ?? 'Nobody'],
    ['Reporter', issue.reporter?.displayName],
    ['Parent', issue.parent],
    ['Labels', names(issue.labels.map((name) => ({ name })))],
    ['Components', names(issue.components)],
    ['Affects', names(issue.versions)],
    ['Fix for', names(issue.fixVersions)],
    ['Due', issue.due],
    ['Estimate', hours(originalEstimate)],
    ['Remaining', hours(remainingEstimate)],
    ['Time spent', hours(timeSpent)],
    ['Created', moment(issue.created)],
    ['Updated', moment(issue.updated)],
  ];
  const items = facts.flatMap(([name, value]) => (value === undefined ? [] : [line([text(`${name}: ${value}`)])]));
  return { type: 'list', ordered: false, items: [...items, line([link(issue.url, 'Open in Jira')])] };
}

function linkItem({ relation, issue }: IssueLink): Inline[] {
  return [text(`${relation} `), ...refItem(issue)];
}

function refItem({ key, url, summary, status }: IssueRef): Inline[] {
  return [link(url, key), text(` ${summary} (${status.name})`)];
}

function attachmentItem({ name, url, size, author, created }: IssueDetail['attachments'][number]): Inline[] {
  const by = author === undefined ? '' : `, ${author.displayName}`;
  return [link(url, name), text(`, ${bytes(size)}${by}, ${moment(created)}`)];
}

/** A comment is quoted, so that no heading in it passes for one of the page. */
function commentText({ author, created, body }: Comment): string {
  const quoted = body.split('\n').map((each) => (each === '' ? '>' : `> ${each}`));
  return [markdown([heading(3, `${author.displayName}, ${moment(created)}`)]), '', ...quoted].join('\n');
}

function leftOut({ commentsLeftOut = 0, url }: PageContent): string[] {
  return commentsLeftOut === 0 ? [] : [markdown([{ type: 'paragraph', children: [link(url, `${commentsLeftOut} more in Jira`)] }])];
}

function names(values: readonly { readonly name: string }[]): string | undefined {
  return values.length === 0 ? undefined : values.map(({ name }) => name).join(', ');
}

function hours(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const minutes = Math.round(seconds / 60);
  const parts = [minutes >= 60 ? `${Math.floor(minutes / 60)}h` : '', minutes % 60 > 0 || minutes === 0 ? `${minutes % 60}m` : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** UTC, to the minute. */
function moment(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

function bytes(size: number): string {
  return size < 1000 ? `${size} B` : size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}

function markdown(blocks: Document): string {
  return writeMarkdown(blocks, {});
}

function listOf(items: readonly (readonly Inline[])[]): Document {
  return items.length === 0 ? [] : [{ type: 'list', ordered: false, items: items.map(line) }];
}

function line(children: readonly Inline[]): Document {
  return [{ type: 'paragraph', children }];
}

function heading(level: number, value: string): Block {
  return { type: 'heading', level, children: [text(value)] };
}

function text(value: string): Inline {
  return { type: 'text', value: plainText(value).replace(/\s*\n\s*/g, ' ') };
}

function link(url: string, value: string): Inline {
  return { type: 'link', target: { kind: 'url', url }, children: [text(value)] };
}
