/** What is wrong with a query, as far as it can be known without asking: names and operators that the server does not have. */
import type { JqlField, JqlLanguage } from './language.ts';
import { standardField } from './standard.ts';
import { comparisons, type Comparison, type FieldName, operands, type Query } from './syntax.ts';
import type { Problem } from './tokens.ts';
import { written } from './words.ts';

/** Nobody reads more. */
export const mostProblems = 100;

/** Holds a query against the language of a server; nothing is unknown to a language that is not complete. */
export function check(query: Query, language: JqlLanguage): Problem[] {
  const found: Problem[] = [];
  if (!language.isComplete) return found;
  for (const comparison of comparisons(query.where)) {
    if (found.length < mostProblems) found.push(...checkComparison(comparison, language));
  }
  for (const { field } of query.orderBy) {
    if (found.length < mostProblems) found.push(...checkSort(field, language));
  }
  return found;
}

function checkComparison(comparison: Comparison, language: JqlLanguage): Problem[] {
  const { field, operator } = comparison;
  const known = language.field(field.name);
  const functions = operands(comparison).flatMap((operand): Problem[] => {
    if (operand.kind !== 'function' || language.function(operand.name) !== undefined) return [];
    const { start, end } = operand.token;
    return [{ start, end, message: `This Jira has no function ${operand.name}().`, ...didYouMean(operand.name, language.functions.map(({ name }) => name)) }];
  });
  if (known === undefined) return [...unknownField(field, language), ...functions];
  if (operator === undefined || known.operators.length === 0 || known.operators.includes(operator.name)) return functions;
  const message = `${known.name} cannot be compared by ${operator.name.toUpperCase()}.`;
  return [{ start: operator.start, end: operator.end, message, hint: `It takes ${known.operators.map((name) => name.toUpperCase()).join(', ')}.` }, ...functions];
}

function checkSort(field: FieldName, language: JqlLanguage): Problem[] {
  const known = language.field(field.name);
  if (known === undefined) return unknownField(field, language);
  return known.sortable ? [] : [{ start: field.start, end: field.end, message: `Issues cannot be sorted by ${known.name}.` }];
}

/** Jira does not list properties of entities, nor every name of a system field. */
function unknownField({ name, start, end }: FieldName, language: JqlLanguage): Problem[] {
  if ((/\[/.test(name) && !/^cf\[/i.test(name)) || standardField(name) !== undefined) return [];
  const meant: JqlField | undefined = language.fieldByTitle(name);
  const help = meant === undefined ? didYouMean(name, language.fields.flatMap((field) => [field.name, ...field.aliases])) : { hint: `In queries it is called ${meant.written}.`, fix: meant.written };
  return [{ start, end, message: `This Jira has no field “${name}”, or you may not see it.`, ...help }];
}

/** The name that somebody most likely meant. */
function didYouMean(name: string, names: readonly string[]): Pick<Problem, 'hint' | 'fix'> {
  const most = Math.max(1, Math.floor(name.length / 3));
  const lower = name.toLowerCase();
  const near = names.map((each) => ({ each, distance: distance(lower, each.toLowerCase(), most) })).filter((found) => found.distance <= most);
  const best = near.toSorted((left, right) => left.distance - right.distance)[0];
  return best === undefined ? {} : { hint: `Did you mean ${best.each}?`, fix: best.each.startsWith('cf[') ? best.each : written(best.each) };
}

/** How many letters must be changed, added or taken away (Levenshtein); more than `most` are not counted. */
function distance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = previous[column - 1]! + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[right.length]!;
}
