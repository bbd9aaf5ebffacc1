import type { ChangeItem, Issue } from '../data/issue.ts';
import type { HistoryPredicate, Operand, Operator } from './ast.ts';
import type { JqlContext, Predicate } from './context.ts';
import type { ComparedField } from './terminal.ts';
import { choiceIds, moments, userNames } from './values.ts';

/** The fields whose past can be searched, by what the change log calls them. */
const recorded = new Set(['assignee', 'fixversion', 'priority', 'reporter', 'resolution', 'status']);

/** An operator that looks into the past. */
export type HistoryOperator = Extract<Operator, 'WAS' | 'WAS NOT' | 'WAS IN' | 'WAS NOT IN' | 'CHANGED'>;

/** Whether an operator looks into the past. */
export function isHistoryOperator(operator: Operator): operator is HistoryOperator {
  return operator === 'CHANGED' || operator.startsWith('WAS');
}

/** One value that a field had, and the change that began it; the first one began with the issue. */
interface State {
  readonly value: string | null;
  readonly since: number;
  readonly until: number;
  readonly by: string;
  readonly change: ChangeItem | undefined;
}

/** The predicate of a search in the past. What is wrong with it is noted in the context. */
export function historySearch(
  field: ComparedField,
  name: string,
  operator: HistoryOperator,
  operand: Operand | undefined,
  predicates: readonly HistoryPredicate[],
  context: JqlContext,
): Predicate {
  const log = field.clauses.find((clause) => recorded.has(clause));
  if (log === undefined || (field.kind !== 'choice' && field.kind !== 'user')) return context.problem(context.texts.noHistory(name));
  const idsOf = (one: Operand): ReadonlySet<string> => (field.kind === 'user' ? userNames(name, one, context) : choiceIds(field, name, one, context));
  const fitsValue = operand === undefined ? undefined : valueTest(operand, idsOf);
  const tests = predicates.map((predicate) => predicateTest(predicate, idsOf, context));
  const found: Predicate = (issue) =>
    statesOf(issue, log, field).some((state) => (operand === undefined ? state.change !== undefined : fitsValue?.(state.value) === true) && tests.every((test) => test(state)));
  return operator.startsWith('WAS NOT') ? (issue) => !found(issue) : found;
}

function valueTest(operand: Operand, idsOf: (one: Operand) => ReadonlySet<string>): (value: string | null) => boolean {
  if (operand.kind === 'empty') return (value) => value === null;
  const ids = idsOf(operand);
  return (value) => value !== null && ids.has(value);
}

function predicateTest({ name, operand }: HistoryPredicate, idsOf: (one: Operand) => ReadonlySet<string>, context: JqlContext): (state: State) => boolean {
  if (name === 'BY') {
    const users = userNames('by', operand, context);
    return ({ by }) => users.has(by);
  }
  if (name === 'FROM' || name === 'TO') {
    const fits = valueTest(operand, idsOf);
    return ({ change }) => change !== undefined && fits(name === 'FROM' ? change.from : change.to);
  }
  const [first = Number.NaN, second = first] = moments(name.toLowerCase(), operand, context);
  if (name === 'AFTER') return ({ until }) => until > first;
  if (name === 'BEFORE') return ({ since }) => since < first;
  const end = name === 'ON' ? first + 86_400_000 : second;
  return ({ since, until }) => since < end && until > first;
}

function statesOf(issue: Issue, log: string, field: ComparedField): State[] {
  const changes = issue.details().history.flatMap((change) => change.items.filter((item) => item.field.toLowerCase() === log).map((item) => ({ ...change, item })));
  const current = field.kind === 'choice' || field.kind === 'user' ? (field.of(issue)[0] ?? null) : null;
  const first: State = { value: changes[0] === undefined ? current : changes[0].item.from, since: issue.created, until: Number.POSITIVE_INFINITY, by: issue.creator, change: undefined };
  const states = [first, ...changes.map(({ created, author, item }): State => ({ value: item.to, since: created, until: Number.POSITIVE_INFINITY, by: author, change: item }))];
  return states.map((state, index) => ({ ...state, until: states[index + 1]?.since ?? state.until }));
}
