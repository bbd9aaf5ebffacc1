/** Texts of an issue as Markdown, with what the issue itself tells of the names in them. */
import type { Attachment } from '../../../protocol/issue-detail.ts';
import type { User } from '../../../protocol/provider.ts';
import { type Addresses, wikiToMarkdown } from '../markup/wiki-to-markdown.ts';
import type { Access } from './access.ts';
import { projectOfKey } from './project-owners.ts';

/** What is known of the names in the texts of an issue. */
export interface Surroundings {
  /** The key of the issue. */
  readonly key: string;
  readonly users?: readonly (User | undefined)[];
  readonly attachments?: readonly Attachment[];
}

/** Gives a function from wiki markup to Markdown; what is no text becomes an empty one. */
export function markdownReader(access: Access, { key, users = [], attachments = [] }: Surroundings): (wiki: unknown) => string {
  const project = projectOfKey(key);
  const { baseUrl, memory, provider } = access;
  const addresses: Addresses = {
    linkIssue: (other) => {
      const itsProject = projectOfKey(other);
      return itsProject === project || memory.projects.knows(provider.id, itsProject) ? browseUrl(baseUrl, other) : undefined;
    },
    linkUser: (name) => {
      const user = users.find((each) => each?.name === name || each?.key === name);
      return { url: `${baseUrl}/secure/ViewProfile.jspa?name=${encodeURIComponent(name)}`, ...(user === undefined ? {} : { displayName: user.displayName }) };
    },
    attachmentUrl: (name) => attachments.findLast((each) => each.name === name)?.url,
  };
  return (wiki) => (typeof wiki === 'string' && wiki !== '' ? wikiToMarkdown(wiki, addresses) : '');
}

/** The page of an issue. */
export function browseUrl(baseUrl: string, key: string): string {
  return `${baseUrl}/browse/${encodeURIComponent(key)}`;
}
