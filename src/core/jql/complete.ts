/** What can be written at a place of a query. */
import { type Place, placesAt } from './cursor.ts';
import type { JqlField, JqlFunction, JqlLanguage } from './language.ts';
import { typeName } from './language.ts';
import type { KnownValues, SuggestionRequest } from './suggestions.ts';
import type { Expectation, OperatorName } from './syntax.ts';
import type { Span } from './tokens.ts';

/** One thing that can be written. */
export interface Completion {
  readonly kind: 'field' | 'operator' | 'function' | 'keyword' | 'value';
  /** For people. */
  readonly label: string;
  readonly detail?: string | undefined;
  /** What is replaced. */
  readonly span: Span;
  readonly newText: string;
  /** What editors compare with what is typed, its quotation mark included. */
  readonly filterText: string;
}

/** All that can be written at a place, the likeliest first. */
export interface Completions {
  readonly items: readonly Completion[];
  /** Whether typing on may find others. */
  readonly isIncomplete: boolean;
  readonly warnings: readonly string[];
}

/** Gives the values of a field. */
export type ValueSource = (request: SuggestionRequest) => Promise<KnownValues>;

/** No person looks through more. */
const mostItems = 200;

/** @param offset where the cursor is, in UTF-16 code units */
export async function complete(jql: string, offset: number, language: JqlLanguage, values: ValueSource): Promise<Completions> {
  const found = await Promise.all(placesAt(jql, offset).map((place) => completePlace(place, language, values)));
  const items = found.flatMap((each) => each.items);
  return {
    items: items.slice(0, mostItems),
    isIncomplete: items.length > mostItems || found.some(({ isIncomplete }) => isIncomplete),
    warnings: [...new Set(found.flatMap(({ warnings }) => warnings))],
  };
}

/** Something to write, before it is known how well it fits what is typed. */
interface Candidate extends Pick<Completion, 'kind' | 'label' | 'detail' | 'newText'> {
  /** What else it is found by. */
  readonly also?: readonly string[];
}

async function completePlace(place: Place, language: JqlLanguage, values: ValueSource): Promise<Completions> {
  const { expectation } = place;
  if (expectation.want === 'value' || (expectation.want === 'operator' && expectation.begun.startsWith('was'))) return completeValue(place, language, values);
  return { items: ranked(candidatesFor(expectation, place, language), place), isIncomplete: false, warnings: [] };
}

function candidatesFor(expectation: Expectation, { typed, mark }: Place, language: JqlLanguage): Candidate[] {
  switch (expectation.want) {
    case 'clause':
      return [...fieldsOf(language, typed, ({ searchable }) => searchable), ...keywordsOf(mark, 'NOT', ...(expectation.empty ? ['ORDER BY'] : []))];
    case 'sortField':
      return fieldsOf(language, typed, ({ sortable }) => sortable);
    case 'customField':
      return fieldsOf(language, typed, ({ customField }) => customField !== undefined);
    case 'operator':
      return mark === '' ? operatorsOf(expectation, language) : [];
    case 'connector':
      return keywordsOf(mark, ...predicatesOf(expectation.history), 'AND', 'OR', ...(expectation.inGroup ? [] : ['ORDER BY']));
    case 'by':
      return keywordsOf(mark, 'BY');
    case 'sortDirection':
      return keywordsOf(mark, 'ASC', 'DESC');
    default:
      return [];
  }
}

function fieldsOf({ fields }: JqlLanguage, typed: string, isWanted: (field: JqlField) => boolean): Candidate[] {
  return fields.filter(isWanted).flatMap((field): Candidate[] => {
    const { name, written, customField, title, types } = field;
    const type = types.map(typeName).join(', ');
    if (/^cf\b/i.test(typed)) return customField === undefined ? [] : [{ kind: 'field', label: customField, detail: name, newText: customField }];
    const detail = [customField, type].filter((each) => each !== undefined && each !== '').join(' ');
    const named = { kind: 'field', label: name, detail: detail === '' ? undefined : detail, newText: written } as const;
    const isOtherName = title !== undefined && letters(title) !== letters(name);
    return isOtherName ? [named, { kind: 'field', label: title, detail: name, newText: written }] : [named];
  });
}

/** A title that differs in its spaces and capitals alone is no other name. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const allOperators: readonly OperatorName[] = ['=', '!=', '~', '!~', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not', 'was', 'was not', 'was in', 'was not in', 'changed'];

function operatorsOf({ field, begun }: Extract<Expectation, { want: 'operator' }>, language: JqlLanguage): Candidate[] {
  if (begun === 'is') return keywordsOf('', 'EMPTY', 'NOT EMPTY', 'NULL', 'NOT NULL');
  const known = language.field(field.name)?.operators ?? [];
  const operators = allOperators.filter((operator) => known.length === 0 || known.includes(operator));
  const prefix = begun === '' ? '' : `${begun} `;
  return operators.filter((operator) => operator.startsWith(prefix)).map((operator) => {
    const label = operator.slice(prefix.length).toUpperCase();
    return { kind: 'operator', label, newText: label };
  });
}

function predicatesOf(history: OperatorName | undefined): string[] {
  if (history === undefined) return [];
  return ['AFTER', 'BEFORE', 'DURING', 'ON', 'BY', ...(history === 'changed' ? ['FROM', 'TO'] : [])];
}

function keywordsOf(mark: string, ...words: readonly string[]): Candidate[] {
  return mark === '' ? words.map((label) => ({ kind: 'keyword', label, newText: label })) : [];
}

/** What a value is of, and in what it stands. */
interface ValuePlace {
  readonly field: string;
  readonly operator: OperatorName;
  readonly predicate: SuggestionRequest['predicate'];
  /** Whether it has to be put into parentheses. */
  readonly opensList: boolean;
  readonly inList: boolean;
}

async function completeValue(place: Place, language: JqlLanguage, values: ValueSource): Promise<Completions> {
  const { expectation, typed, mark } = place;
  const begun = expectation.want === 'operator' ? operatorsOf(expectation, language) : [];
  const wanted = valuePlace(expectation);
  const field = language.field(wanted.field);
  const functions = mark === '' ? functionsOf(wanted, field, language) : [];
  const isEmptiness = wanted.operator.startsWith('is');
  const takesEmpty = wanted.predicate === undefined && !wanted.opensList && !/[<>]/.test(wanted.operator) && (field === undefined || field.operators.includes('is'));
  const emptiness = takesEmpty || isEmptiness ? keywordsOf(mark, 'EMPTY', ...(isEmptiness ? ['NULL'] : [])) : [];
  const asks = !isEmptiness && (wanted.predicate === 'by' || (field?.hasSuggestions === true && !isMoment(wanted)));
  const { values: known, isIncomplete, warning } = asks ? await values({ field: field?.name ?? wanted.field, typed, predicate: wanted.predicate }) : none;
  const around = (text: string) => (wanted.opensList ? `(${text})` : text);
  const suggested = known.map(({ value, written, title }): Candidate => ({
    kind: 'value', label: title, detail: value === title ? undefined : value, newText: around(written), also: [value],
  }));
  const moments = isDate(wanted, field) && mark === '' ? momentsOf() : [];
  const items = ranked([...suggested, ...moments, ...functions, ...emptiness, ...begun], place);
  return { items, isIncomplete, warnings: warning === undefined ? [] : [warning] };
}

const none: KnownValues = { values: [], isIncomplete: false };

function valuePlace(expectation: Expectation): ValuePlace {
  if (expectation.want === 'operator') {
    return { field: expectation.field.name, operator: expectation.begun === 'was' ? 'was' : 'was not', predicate: undefined, opensList: false, inList: false };
  }
  const { field, operator, predicate, inList } = expectation as Extract<Expectation, { want: 'value' }>;
  return { field: field.name, operator, predicate, inList, opensList: !inList && predicate === undefined && operator.endsWith('in') };
}

function isMoment({ predicate }: ValuePlace): boolean {
  return predicate === 'after' || predicate === 'before' || predicate === 'on' || predicate === 'during';
}

function isDate(place: ValuePlace, field: JqlField | undefined): boolean {
  return isMoment(place) || (place.predicate === undefined && field?.types.some((type) => typeName(type) === 'date') === true);
}

/** A list is had from a function that gives one; otherwise a function gives one value, in a list too. */
function functionsOf(place: ValuePlace, field: JqlField | undefined, { functions }: JqlLanguage): Candidate[] {
  const types = isMoment(place) ? ['date'] : place.predicate === 'by' ? ['user'] : (field?.types ?? []).map(typeName);
  const takesList = place.opensList || place.inList;
  const fits = ({ isList, types: given }: JqlFunction) => (isList ? takesList : !place.opensList) && given.some((type) => types.includes(typeName(type)));
  return functions.filter(fits).map(({ name, written }) => ({ kind: 'function', label: written, newText: written, also: [name] }));
}

function momentsOf(): Candidate[] {
  const offsets = [['-1d', 'a day ago'], ['-1w', 'a week ago'], ['-4w', 'four weeks ago'], ['1d', 'in a day'], ['1w', 'in a week']] as const;
  return offsets.map(([label, detail]) => ({ kind: 'value', label, detail, newText: label }));
}

/** Those that begin with what is typed, then those of which a word does, then those that hold it. */
function ranked(candidates: readonly Candidate[], { typed, mark, span }: Place): Completion[] {
  const wanted = typed.toLowerCase();
  const ranks = candidates.flatMap((candidate) => {
    const names = [candidate.label, ...(candidate.also ?? [])];
    const best = names.map((name) => [rank(name.toLowerCase(), wanted), name] as const).toSorted(([left], [right]) => left - right)[0]!;
    return best[0] < 3 ? [{ candidate, rank: best[0], name: best[1] }] : [];
  });
  return ranks
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ candidate: { kind, label, detail, newText }, name }) => ({ kind, label, detail, newText, span, filterText: mark + name }));
}

function rank(name: string, typed: string): number {
  const at = name.indexOf(typed);
  if (at <= 0) return at === 0 ? 0 : 3;
  return /[\p{L}\p{N}]/u.test(name[at - 1]!) ? 2 : 1;
}
