/** Validates params by the schema of the protocol, and says what is wrong in words. */
import type * as z from 'zod';
import { invalidParams } from '../core/errors.ts';

/**
 * The params as a handler wants them: validated, with defaults.
 *
 * @param params as they came; absent counts as `{}`
 * @throws {JiraError} invalidParams with the path of the first wrong member
 */
export function validateParams<T extends z.ZodType>(schema: T, params: unknown): z.output<T> {
  assertWellFormed(params);
  const result = schema.safeParse(params ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw invalidParams('', 'The params are wrong.');
  const path = pathOf(issue.path);
  throw invalidParams(path, path === '' ? 'The params are no object.' : `\`${path}\` ${wordsOf(issue)}.`);
}

/** A value in the params, and where it is. */
interface Place {
  readonly value: unknown;
  readonly name: PropertyKey;
  readonly parent: Place | undefined;
  readonly depth: number;
}

/** Levels of objects and lists in the params; Jira's own fields have some ten. */
const mostLevels = 100;

/** Half of a surrogate pair is no text: it cannot be written into a URL, nor signed. What is too deep cannot be written at all. */
function assertWellFormed(params: unknown): void {
  const rest: Place[] = [{ value: params, name: '', parent: undefined, depth: 0 }];
  for (let place = rest.pop(); place !== undefined; place = rest.pop()) {
    const { value, depth } = place;
    if (typeof value === 'string' && !value.isWellFormed()) {
      const path = pathOf(pathTo(place));
      throw invalidParams(path, `\`${path}\` is no text: it holds half of a character (a lone surrogate).`);
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth > mostLevels) {
      const path = pathOf(pathTo(place).slice(0, 1));
      throw invalidParams(path, `\`${path}\` is nested too deep: it has more than ${mostLevels} levels.`);
    }
    for (const [name, member] of Object.entries(value)) {
      rest.push({ value: member, name: Array.isArray(value) ? Number(name) : name, parent: place, depth: depth + 1 });
    }
  }
}

function pathTo(place: Place): PropertyKey[] {
  const names: PropertyKey[] = [];
  for (let each: Place | undefined = place; each?.parent !== undefined; each = each.parent) names.unshift(each.name);
  return names;
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (/^(is|has) /.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return /received undefined/.test(issue.message) ? 'is missing' : `is wrong: ${lowerFirst(issue.message)}`;
    case 'invalid_union':
      return issue.discriminator === undefined ? 'is none of the things it may be' : `is none of the types that there are: ${optionsOf(issue)}`;
    case 'too_small':
    case 'too_big':
    case 'invalid_value':
      return `is out of bounds: ${lowerFirst(issue.message)}`;
    default:
      return `is wrong: ${lowerFirst(issue.message)}`;
  }
}

function optionsOf(issue: z.core.$ZodIssueInvalidUnion): string {
  const options = (issue as { options?: unknown[] }).options ?? [];
  return options.length === 0 ? 'see the protocol' : options.map((option) => JSON.stringify(option)).join(', ');
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`)).join('');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
