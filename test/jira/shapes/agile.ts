import type { Issue } from '../data/issue.ts';
import { sprints } from '../data/sprints.ts';
import { issueShape } from './issue.ts';
import type { Rendering } from './issue-fields.ts';

type Shape = Record<string, unknown>;

/** An issue as the agile resources show it: with `flagged`, its sprints and its epic as objects, and another `self`. */
export function agileIssueShape(issue: Issue, fields: readonly string[], rendering: Rendering): Shape {
  const { baseUrl } = rendering.site;
  const shape = issueShape(issue, fields, [], rendering);
  const own = issue.sprints.flatMap((id) => sprints.filter((sprint) => sprint.id === id));
  const shown = own.map(({ id, name, state }) => ({ id, self: `${baseUrl}/rest/agile/1.0/sprint/${id}`, state, name }));
  const open = shown.find(({ state }) => state !== 'closed');
  const closed = shown.filter(({ state }) => state === 'closed');
  return {
    ...shape,
    self: `${baseUrl}/rest/agile/1.0/issue/${issue.id}`,
    fields: {
      ...(shape['fields'] as Shape),
      flagged: issue.flagged,
      ...(open !== undefined && { sprint: open }),
      ...(closed.length > 0 && { closedSprints: closed }),
      ...epic(issue, rendering),
    },
  };
}

function epic({ epicLink }: Issue, { site }: Rendering): Shape {
  const found = epicLink === undefined ? undefined : site.issues.find(epicLink);
  if (found === undefined) return {};
  return {
    epic: {
      id: found.id,
      key: found.key,
      self: `${site.baseUrl}/rest/agile/1.0/epic/${found.id}`,
      name: found.epicName ?? '',
      summary: found.summary,
      color: { key: 'color_1' },
      done: found.status.category.key === 'done',
    },
  };
}
