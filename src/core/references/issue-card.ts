/** What a text's reference to an issue is shown with: a short account of the issue. */
import type { Issue } from '../../../protocol/issues.ts';
import type { Block, Document, Inline } from '../markup/document.ts';

/** What is known of a reference. */
export interface CardContent {
  /** The key as the text has it, in upper case. */
  readonly key: string;
  /** The page of that key. */
  readonly url: string;
  /** `undefined` where there is no such issue for the user. */
  readonly issue: Issue | undefined;
  /** The beginning of it, where it is known. */
  readonly description?: Document | undefined;
  /** When it was read, in words; absent where it is from just now. */
  readonly asOf?: string | undefined;
  /** The name of the server, where it takes that to tell which issue is meant. */
  readonly server?: string | undefined;
}

/** The account of an issue. Whatever somebody wrote into Jira is text in it; there are no pictures, which would be loaded. */
export function issueCard({ key, url, issue, description, asOf, server }: CardContent): Document {
  const place = server === undefined ? '' : ` (${server})`;
  if (issue === undefined) return [line(link(url, key), text(`${place}: Jira has no such issue, or you may not see it.`))];
  return [
    ...(issue.key === key ? [] : [line(text(`${key} is ${issue.key} now.`))]),
    line({ type: 'styled', style: 'strong', children: [link(issue.url, issue.key)] }, text(`${place} ${issue.summary}`)),
    line(text(factsOf(issue))),
    ...(description ?? []),
    ...(asOf === undefined ? [] : [line({ type: 'styled', style: 'emphasis', children: [text(asOf)] } as const)]),
  ];
}

/** A line in the place of an account that cannot be given. @param why for people */
export function missingCard(key: string, url: string, why: string): Document {
  return [line(link(url, key), text(`: ${why}`))];
}

function factsOf({ status, type, priority, assignee }: Issue): string {
  return [status.name, type.name, priority?.name, assignee?.displayName ?? 'nobody assigned'].filter((each) => each !== undefined && each !== '').join(' · ');
}

function line(...children: Inline[]): Block {
  return { type: 'paragraph', children };
}

function text(value: string): Inline {
  return { type: 'text', value };
}

function link(url: string, value: string): Inline {
  return { type: 'link', target: { kind: 'url', url }, children: [text(value)] };
}
