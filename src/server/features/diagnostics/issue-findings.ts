/** What is to be remarked of an issue that a note or a message refers to. */
import { browseUrl } from '../../../core/issues/markdown.ts';
import type { IssueLookup } from '../../../core/references/issue-lookup.ts';
import type { PlacedReference } from '../../../core/references/reference-index.ts';
import type { Finding } from './finding.ts';

/** Nothing is said before every server that may be meant has told what it has. */
export function issueFindings(reference: PlacedReference, lookup: IssueLookup): Finding[] {
  const { key, servers, line, start, end } = reference;
  const known = servers.map((server) => ({ server, known: lookup.known({ provider: server.provider, key }) }));
  if (known.some((each) => each.known === undefined)) return [];
  const found = known.flatMap(({ server, known: seen }) => (seen?.issue === undefined ? [] : [{ server, issue: seen.issue }]));
  const place = { line, start, end };
  const [one, ...others] = found;
  if (one === undefined) {
    const url = browseUrl(servers[0]!.baseUrl, key);
    return [{ ...place, name: 'unknownIssue', message: `Jira has no issue ${key}, or you may not see it.`, url, data: { key, ...only(servers.map(({ provider }) => provider)) } }];
  }
  const about = { ...place, url: one.issue.url, data: { key, ...only(found.map(({ server }) => server.provider)) } };
  const now = one.issue.key.toUpperCase();
  const moved: Finding[] = now === key || others.length > 0 ? [] : [{ ...about, name: 'movedIssue', message: `${key} was moved: it is ${now} now.`, data: { ...about.data, replacement: now } }];
  const isDone = found.every(({ issue }) => issue.status.category === 'done');
  return [...moved, ...(isDone ? [{ ...about, name: 'closedIssue', message: `${key} is done (${one.issue.status.name}): ${one.issue.summary}` } as const] : [])];
}

/** The provider, where it is just one. */
function only(providers: readonly string[]): { provider?: string } {
  const [provider, ...others] = providers;
  return provider === undefined || others.length > 0 ? {} : { provider };
}
