import { findFilter } from '../data/filters.ts';
import { sprints } from '../data/sprints.ts';
import type { Operand } from './ast.ts';
import type { JqlContext } from './context.ts';
import { boundary, parseDate } from './dates.ts';
import type { JqlField } from './fields.ts';

/** The ids of the values that were named; an unknown one is noted as a problem. */
export function choiceIds(
  field: Extract<JqlField, { kind: 'choice' }>,
  name: string,
  operand: Operand,
  context: JqlContext,
): ReadonlySet<string> {
  const known = field.values(context);
  return new Set(
    each(operand).flatMap((one) => {
      if (one.kind === 'function') return sprintsOf(one.name, name, context);
      const value = valueOf(one);
      const lower = value.toLowerCase();
      const found = known.filter(({ id, names }) => id === value || names.some((other) => other.toLowerCase() === lower));
      if (found.length === 0) {
        context.problem(
          /^\d+$/.test(value) ? context.texts.unknownId(value, name) : context.texts.unknownValue(value, name),
        );
      }
      return found.map(({ id }) => id);
    }),
  );
}

/** The names of the users that were named; an unknown one is noted as a problem. */
export function userNames(name: string, operand: Operand, context: JqlContext): ReadonlySet<string> {
  return new Set(
    each(operand).flatMap((one) => {
      if (one.kind === 'function') {
        if (one.name.toLowerCase() === 'currentuser') return context.user?.name ?? [];
        if (one.name.toLowerCase() === 'membersof') return context.site.users.all().map((user) => user.name);
        context.problem(context.texts.unknownFunction(one.name));
        return [];
      }
      const user = context.site.users.find(valueOf(one));
      if (user === undefined) context.problem(context.texts.unknownValue(valueOf(one), name));
      return user?.name ?? [];
    }),
  );
}

/** Free words, such as labels. */
export function wordsGiven(operand: Operand): ReadonlySet<string> {
  return new Set(each(operand).map(valueOf));
}

/** The ids of the issues that were named by key or id; one that is not there, or not visible, is noted as a problem. */
export function issueIds(name: string, operand: Operand, context: JqlContext): number[] {
  return each(operand).flatMap((one) => {
    if (one.kind === 'function') {
      if (one.name.toLowerCase() === 'issuehistory') return viewedIssues(context);
      context.problem(context.texts.unknownFunction(one.name));
      return [];
    }
    const issue = context.site.issues.find(valueOf(one));
    if (issue === undefined || !context.site.maySee(context.user, issue.project)) {
      context.problem(context.texts.unknownIssue(valueOf(one), name));
      return [];
    }
    return [issue.id];
  });
}

function viewedIssues(context: JqlContext): number[] {
  context.timeDependent = true;
  return [...context.site.history.of(context.user?.name ?? '').keys()];
}

/** The moments that were named, in milliseconds since 1970; one that cannot be read is noted as a problem. */
export function moments(name: string, operand: Operand, context: JqlContext): number[] {
  return each(operand).flatMap((one) => {
    const relative = one.kind === 'function' || /^[+-]?\d+[wdhm]/.test(valueOf(one));
    if (relative) context.timeDependent = true;
    const moment = one.kind === 'function' ? momentOf(one.name, one.values[0], context) : parseDate(valueOf(one), context);
    if (moment !== undefined) return [moment];
    context.problem(
      one.kind === 'function' ? context.texts.unknownFunction(one.name) : context.texts.badDate(valueOf(one), name),
    );
    return [];
  });
}

/** The numbers that were given; anything else is noted as a problem. */
export function numbers(name: string, operand: Operand, context: JqlContext): number[] {
  return each(operand).flatMap((one) => {
    const value = valueOf(one);
    if (/^[+-]?\d+(?:\.\d+)?$/.test(value)) return [Number(value)];
    context.problem(context.texts.badNumber(value, name));
    return [];
  });
}

/** The queries of the saved filters that were named by id or name. */
export function savedFilters(operand: Operand, context: JqlContext): string[] {
  return each(operand).flatMap((one) => {
    const filter = findFilter(valueOf(one));
    if (filter === undefined) context.problem(context.texts.unknownValue(valueOf(one), 'filter'));
    return filter?.jql ?? [];
  });
}

function momentOf(name: string, argument: string | undefined, context: JqlContext): number | undefined {
  return name.toLowerCase() === 'now' ? context.now : boundary(name, argument, context);
}

function sprintsOf(functionName: string, field: string, context: JqlContext): string[] {
  const state = { opensprints: 'active', closedsprints: 'closed', futuresprints: 'future' }[functionName.toLowerCase()];
  if (state === undefined || field.toLowerCase() !== 'sprint') {
    context.problem(context.texts.unknownFunction(functionName));
    return [];
  }
  return sprints.filter((sprint) => sprint.state === state).map((sprint) => String(sprint.id));
}

function each(operand: Operand): readonly Operand[] {
  return operand.kind === 'list' ? operand.items.flatMap(each) : [operand];
}

function valueOf(operand: Operand): string {
  return operand.kind === 'value' ? operand.value : '';
}
