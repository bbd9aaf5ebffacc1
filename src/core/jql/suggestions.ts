/** The values of a field that Jira suggests. */
import { list, record, text } from '../jira/json.ts';
import type { JqlSource } from './source.ts';
import type { Predicate } from './syntax.ts';
import { unquoted } from './words.ts';

/** Which values are wanted. */
export interface SuggestionRequest {
  /** The name of the field, without quotation marks. */
  readonly field: string;
  readonly typed: string;
  /** Where the value belongs to a predicate, as in `changed by`. */
  readonly predicate?: Predicate['name'] | undefined;
}

/** One value. */
export interface Suggestion {
  readonly value: string;
  /** As it is written in a query: between quotation marks where it needs them. */
  readonly written: string;
  /** For people: a user's full name, a project's name. */
  readonly title: string;
}

/** Values of a field, and whether there are more of them. */
export interface KnownValues {
  readonly values: readonly Suggestion[];
  readonly isIncomplete: boolean;
  /** What kept Jira from telling them. */
  readonly warning?: string;
}

/** Jira gives so many, and does not say whether there are more. */
const mostGiven = 15;

/** Asks Jira. @throws {JiraError} */
export async function readSuggestions(source: JqlSource, { field, typed, predicate }: SuggestionRequest): Promise<KnownValues> {
  const about: [string, string][] = predicate === undefined ? [['fieldValue', typed]] : [['predicateName', predicate], ['predicateValue', typed]];
  const answer = record(await source.read('/rest/api/2/jql/autocompletedata/suggestions', [['fieldName', field], ...about]));
  const values = list(answer['results']).map(record).flatMap(({ value, displayName }): Suggestion[] => {
    const written = text(value);
    return written === undefined ? [] : [{ value: unquoted(written), written, title: plain(text(displayName) ?? written) }];
  });
  return { values, isIncomplete: values.length >= mostGiven };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Jira marks what was typed by `<b>`, and escapes the rest for HTML. */
function plain(html: string): string {
  const bare = html.replace(/<\/?b>/gi, '').replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    const code = decimal === undefined ? (hex === undefined ? undefined : Number.parseInt(hex, 16)) : Number(decimal);
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return entities[(name ?? '').toLowerCase()] ?? whole;
  });
  return text(bare) ?? '';
}
