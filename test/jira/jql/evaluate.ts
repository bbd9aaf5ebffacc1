import type { Issue } from '../data/issue.ts';
import type { Clause, Operand, Operator, Query, Sort } from './ast.ts';
import type { JqlContext, Predicate } from './context.ts';
import { findField, type JqlField } from './fields.ts';
import { type HistoryOperator, historySearch, isHistoryOperator } from './history.ts';
import { sorter } from './order.ts';
import { terminal } from './terminal.ts';
import { savedFilters } from './values.ts';

const opposite: Readonly<Record<Operator, Operator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '~': '!~',
  '!~': '~',
  IN: 'NOT IN',
  'NOT IN': 'IN',
  IS: 'IS NOT',
  'IS NOT': 'IS',
  WAS: 'WAS NOT',
  'WAS NOT': 'WAS',
  'WAS IN': 'WAS NOT IN',
  'WAS NOT IN': 'WAS IN',
  CHANGED: 'CHANGED',
};

/** What a query means: which issues, in which order. */
export interface Meaning {
  readonly fits: Predicate;
  readonly order: (left: Issue, right: Issue) => number;
}

/** Gives a query its meaning for a user. What is wrong with it is noted in the context. */
export function understand({ where, orderBy }: Query, context: JqlContext): Meaning {
  const fits = where === undefined ? (): boolean => true : predicate(where, false, context);
  return { fits, order: sorter(orderBy.filter((sort) => sortable(sort, context)), context) };
}

/** As Jira does, a negation is carried down to the comparisons: what is empty fits neither `=` nor `!=`. */
function predicate(clause: Clause, negated: boolean, context: JqlContext): Predicate {
  if (clause.kind === 'not') return predicate(clause.clause, !negated, context);
  if (clause.kind === 'terminal') {
    const field = visibleField(clause.field, context);
    const operator = negated ? opposite[clause.operator] : clause.operator;
    if (field === undefined) return () => false;
    if (isHistoryOperator(operator)) return pastOf(clause, field, operator, negated, context);
    if (clause.operand === undefined) return () => false;
    if (field.kind === 'filter') return filters(operator, clause.operand, context);
    return terminal(field, clause.field, operator, clause.operand, context);
  }
  const parts = clause.clauses.map((part) => predicate(part, negated, context));
  const all = (clause.kind === 'and') !== negated;
  return all ? (issue) => parts.every((fits) => fits(issue)) : (issue) => parts.some((fits) => fits(issue));
}

function pastOf(
  { field: name, operand, predicates }: Extract<Clause, { kind: 'terminal' }>,
  field: JqlField,
  operator: HistoryOperator,
  negated: boolean,
  context: JqlContext,
): Predicate {
  if (field.kind === 'filter') return context.problem(context.texts.noHistory(name));
  const found = historySearch(field, name, operator, operand, predicates, context);
  return operator === 'CHANGED' && negated ? (issue) => !found(issue) : found;
}

function filters(operator: Operator, operand: Operand, context: JqlContext): Predicate {
  const parts = savedFilters(operand, context).map((jql) => understand(context.parse(jql), context).fits);
  const negative = operator === '!=' || operator === 'NOT IN';
  return (issue) => parts.some((fits) => fits(issue)) !== negative;
}

function visibleField(name: string, context: JqlContext): JqlField | undefined {
  const field = findField(name);
  const hidden = context.user === undefined && (field === undefined || (field.hideable && !context.site.settings.publicSite));
  if (hidden) context.problem(context.texts.anonymousField(name));
  else if (field === undefined) context.problem(context.texts.unknownField(name));
  return hidden ? undefined : field;
}

function sortable({ field: name }: Sort, context: JqlContext): boolean {
  const field = findField(name);
  const hidden = context.user === undefined && field?.hideable === true && !context.site.settings.publicSite;
  const fine = name.toLowerCase() === 'rank' || (field !== undefined && field.kind !== 'filter' && !hidden);
  if (!fine) context.problem(context.texts.notSortable(name));
  return fine;
}
