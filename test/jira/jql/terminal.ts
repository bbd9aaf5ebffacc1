import type { Issue } from '../data/issue.ts';
import type { Operand, Operator } from './ast.ts';
import type { JqlContext, Predicate } from './context.ts';
import { unset, type JqlField } from './fields.ts';
import { textPredicate } from './text.ts';
import { choiceIds, issueIds, moments, numbers, userNames, wordsGiven } from './values.ts';

const equality: readonly Operator[] = ['=', '!=', 'IN', 'NOT IN', 'IS', 'IS NOT'];
const ordering: readonly Operator[] = [...equality, '<', '<=', '>', '>='];

/** Any field but `filter`, which stands for a whole query. */
export type ComparedField = Exclude<JqlField, { kind: 'filter' }>;

const allowed: Readonly<Record<ComparedField['kind'], readonly Operator[]>> = {
  choice: equality,
  user: equality,
  words: equality,
  issue: ordering,
  date: ordering,
  number: ordering,
  text: ['~', '!~', 'IS', 'IS NOT'],
};

/** The predicate of one comparison. What is wrong with it is noted in the context. */
export function terminal(
  field: ComparedField,
  name: string,
  operator: Operator,
  operand: Operand,
  context: JqlContext,
): Predicate {
  const extra = field.clauses.some((clause) => clause.endsWith('version')) ? ordering : [];
  if (![...allowed[field.kind], ...extra].includes(operator)) {
    return context.problem(context.texts.badOperator(operator.toLowerCase(), name));
  }
  if ((operator === 'IN' || operator === 'NOT IN') && operand.kind === 'value') {
    return context.problem(context.texts.noList(operator.toLowerCase(), `"${operand.value}"`, name));
  }
  if (operand.kind === 'empty' || operator === 'IS' || operator === 'IS NOT') {
    return emptiness(field, operator === 'IS NOT' || operator === '!=', operand, context);
  }
  switch (field.kind) {
    case 'choice':
      return membership((issue) => orUnset(field.of(issue)), choiceIds(field, name, operand, context), operator);
    case 'user':
      return membership(field.of, userNames(name, operand, context), operator);
    case 'words':
      return membership(field.of, wordsGiven(operand), operator);
    case 'issue':
      return issues(field, name, operator, operand, context);
    case 'date':
      return comparison((issue) => field.of(issue, context), moments(name, operand, context), operator);
    case 'number':
      return comparison(field.of, numbers(name, operand, context), operator);
    case 'text':
      return text(field, name, operator, operand, context);
  }
}

function orUnset(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [unset] : values;
}

function membership(of: (issue: Issue) => readonly string[], wanted: ReadonlySet<string>, operator: Operator): Predicate {
  if (operator === '=' || operator === 'IN') return (issue) => of(issue).some((value) => wanted.has(value));
  return (issue) => {
    const values = of(issue);
    return values.length > 0 && !values.includes(unset) && !values.some((value) => wanted.has(value));
  };
}

function comparison(of: (issue: Issue) => number | undefined, wanted: readonly number[], operator: Operator): Predicate {
  const compare: Partial<Record<Operator, (value: number) => boolean>> = {
    '=': (value) => wanted.includes(value),
    IN: (value) => wanted.includes(value),
    '!=': (value) => !wanted.includes(value),
    'NOT IN': (value) => !wanted.includes(value),
    '<': (value) => value < (wanted[0] ?? Number.NaN),
    '<=': (value) => value <= (wanted[0] ?? Number.NaN),
    '>': (value) => value > (wanted[0] ?? Number.NaN),
    '>=': (value) => value >= (wanted[0] ?? Number.NaN),
  };
  const fits = compare[operator] as (value: number) => boolean;
  return (issue) => {
    const value = of(issue);
    return value !== undefined && fits(value);
  };
}

function issues(
  field: Extract<JqlField, { kind: 'issue' }>,
  name: string,
  operator: Operator,
  operand: Operand,
  context: JqlContext,
): Predicate {
  const wanted = issueIds(name, operand, context);
  if (operator.startsWith('<') || operator.startsWith('>')) {
    const border = context.site.issues.find(wanted[0] ?? -1);
    const byNumber = comparison((issue) => field.of(issue, context)?.number, border === undefined ? [] : [border.number], operator);
    return (issue) => field.of(issue, context)?.project === border?.project && byNumber(issue);
  }
  const negative = operator === '!=' || operator === 'NOT IN';
  return (issue) => {
    const other = field.of(issue, context);
    return other !== undefined && wanted.includes(other.id) !== negative;
  };
}

function text(
  field: Extract<JqlField, { kind: 'text' }>,
  name: string,
  operator: Operator,
  operand: Operand,
  context: JqlContext,
): Predicate {
  const search = operand.kind === 'value' ? operand.value : '';
  const fits = textPredicate(field.field, search);
  if (fits === undefined) return context.problem(context.texts.badText(search, name));
  return operator === '~' ? fits : (issue) => !fits(issue);
}

function emptiness(field: ComparedField, negative: boolean, operand: Operand, context: JqlContext): Predicate {
  if (operand.kind !== 'empty') return context.problem(context.texts.noValueAtEnd);
  const isEmpty = (issue: Issue): boolean => {
    if (field.kind === 'issue' || field.kind === 'date') return field.of(issue, context) === undefined;
    const value = field.of(issue);
    return value === undefined || (Array.isArray(value) && value.length === 0);
  };
  return (issue) => isEmpty(issue) !== negative;
}
