import type { Issue } from '../data/issue.ts';
import type { Sort } from './ast.ts';
import type { JqlContext } from './context.ts';
import { findField, type JqlField } from './fields.ts';

type Key = string | number | undefined;

/** Fields that come with the greatest first unless the query says otherwise. */
const descending = new Set(['created', 'createddate', 'updated', 'updateddate', 'priority', 'resolved', 'resolutiondate']);

/** Compares issues by the parts of `ORDER BY`, and last of all by key; without any, the newest key comes first. */
export function sorter(sorts: readonly Sort[], context: JqlContext): (left: Issue, right: Issue) => number {
  const parts = sorts.map(({ field, direction }) => ({
    compare: comparison(field, context),
    sign: (direction ?? (descending.has(field.toLowerCase()) ? 'DESC' : 'ASC')) === 'DESC' ? -1 : 1,
  }));
  return (left, right) => {
    for (const { compare, sign } of parts) {
      const order = compare(left, right) * sign;
      if (order !== 0) return order;
    }
    return parts.length === 0 ? byKey(right, left) : byKey(left, right);
  };
}

function comparison(name: string, context: JqlContext): (left: Issue, right: Issue) => number {
  const field = findField(name);
  if (field?.clauses.includes('key') === true || field === undefined) return byKey;
  return (left, right) => compareKeys(keyOf(field, left, context), keyOf(field, right, context));
}

function keyOf(field: JqlField, issue: Issue, context: JqlContext): Key {
  switch (field.kind) {
    case 'choice':
      return field.sort?.(issue) ?? field.of(issue)[0];
    case 'user':
      return context.site.users.find(field.of(issue)[0] ?? '')?.displayName;
    case 'words':
      return field.of(issue)[0];
    case 'issue':
      return field.of(issue, context)?.key;
    case 'filter':
      return undefined;
    case 'date':
      return field.of(issue, context);
    default:
      return field.of(issue);
  }
}

function compareKeys(left: Key, right: Key): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  if (typeof left === 'string' && typeof right === 'string') return collator.compare(left, right);
  return left < right ? -1 : 1;
}

function byKey(left: Issue, right: Issue): number {
  if (left.project !== right.project) return left.project.key < right.project.key ? -1 : 1;
  return left.number - right.number;
}

const collator = new Intl.Collator('en');
