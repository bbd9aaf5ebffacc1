import type { Issue } from '../data/issue.ts';
import type { Exchange } from '../exchange.ts';
import { JqlContext } from '../jql/context.ts';
import { understand } from '../jql/evaluate.ts';
import { JqlParseError } from '../jql/texts.ts';
import { escapeHtml } from '../pages.ts';
import { json, type Reply } from '../replies.ts';
import type { Route } from '../router.ts';
import { issueTypeIcon } from '../shapes/catalogue.ts';

/** The issue picker: what a user saw lately, and what the current search has. */
export const pickerRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/issue/picker', access: 'site', handle: pick },
];

const shownAtMost = 20;

function pick(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const query = (exchange.parameter('query') ?? '').trim().toLowerCase();
  const projectId = exchange.parameter('currentProjectId') ?? '';
  const current = exchange.parameter('currentIssueKey');
  const candidates = site.issues
    .searchable()
    .filter((issue) => site.maySee(identity.user, issue.project) && issue.key !== current)
    .filter((issue) => projectId === '' || issue.project.id === projectId)
    .filter((issue) => exchange.parameter('showSubTasks') !== 'false' || !issue.type.subtask)
    .filter(({ key, summary }) => fits(query, key, summary));
  const history = candidates.filter((issue) => issue.watchers.includes(identity.user?.name ?? ''));
  const currentJql = exchange.parameter('currentJQL');
  return json(200, {
    sections: [
      section(exchange, 'History Search', 'hs', history, query),
      ...(currentJql === undefined ? [] : [section(exchange, 'Current Search', 'cs', inSearch(exchange, candidates, currentJql), query)]),
    ],
  });
}

function fits(query: string, key: string, summary: string): boolean {
  const words = query.split(/\s+/).filter((word) => word !== '');
  return key.toLowerCase().startsWith(query) || words.every((word) => summary.toLowerCase().includes(word));
}

function inSearch({ site, identity }: Exchange, candidates: readonly Issue[], jql: string): Issue[] {
  const context = new JqlContext(site, identity.user);
  try {
    const { fits: inQuery, order } = understand(context.parse(jql), context);
    return candidates.filter(inQuery).sort(order);
  } catch (error) {
    if (error instanceof JqlParseError) return [];
    throw error;
  }
}

function section({ site }: Exchange, label: string, id: string, found: readonly Issue[], query: string): Record<string, unknown> {
  const shown = found.slice(0, shownAtMost);
  return {
    label,
    id,
    ...(shown.length === 0 ? { msg: 'No Matching Issues' } : { sub: `Showing ${shown.length} of ${found.length} matching issues` }),
    issues: shown.map((issue) => ({
      key: issue.key,
      keyHtml: marked(issue.key, query),
      img: issueTypeIcon(site, issue.type).slice(site.baseUrl.length),
      summary: marked(issue.summary, query),
      summaryText: issue.summary,
    })),
  };
}

function marked(text: string, query: string): string {
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query);
  if (at < 0) return escapeHtml(text);
  const end = at + query.length;
  return `${escapeHtml(text.slice(0, at))}<b>${escapeHtml(text.slice(at, end))}</b>${escapeHtml(text.slice(end))}`;
}
