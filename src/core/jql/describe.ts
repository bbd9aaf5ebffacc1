/** What a part of a query means. */
import type { Block, Document, Inline } from '../markup/document.ts';
import { type JqlField, type JqlFunction, type JqlLanguage, typeName } from './language.ts';
import { parse } from './parser.ts';
import { standardField, standardFunction } from './standard.ts';
import type { KnownValues, SuggestionRequest } from './suggestions.ts';
import { comparisons, type FieldName, operands, type Query } from './syntax.ts';
import type { Span } from './tokens.ts';

/** A part, and what it means. */
export interface Description {
  readonly span: Span;
  readonly text: Document;
}

/** @param values gives the values of a field: what a name in a query stands for */
export async function describe(jql: string, offset: number, language: JqlLanguage, values: (request: SuggestionRequest) => Promise<KnownValues>): Promise<Description | undefined> {
  const part = partAt(parse(jql), offset);
  if (part === undefined) return undefined;
  const text = part.kind === 'value' ? await describeValue(part, language, values) : part.kind === 'field' ? describeField(part.name, language) : describeFunction(part.name, language);
  return text === undefined ? undefined : { span: part.span, text };
}

type Part =
  | { readonly kind: 'field' | 'function'; readonly name: string; readonly span: Span }
  | { readonly kind: 'value'; readonly field: string; readonly name: string; readonly predicate: SuggestionRequest['predicate']; readonly span: Span };

/** The part at a place; right behind it too, where the cursor is when it has been typed. */
function partAt({ where, orderBy }: Query, offset: number): Part | undefined {
  const parts = comparisons(where).flatMap((comparison) => [fieldPart(comparison.field), ...valueParts(comparison)]);
  const all = [...parts, ...orderBy.map(({ field }) => fieldPart(field))];
  const at = (isEnd: boolean) => all.find(({ span: { start, end } }) => start <= offset && (isEnd ? offset === end : offset < end));
  return at(false) ?? at(true);
}

function fieldPart({ name, start, end }: FieldName): Part {
  return { kind: 'field', name, span: { start, end } };
}

function valueParts(comparison: ReturnType<typeof comparisons>[number]): Part[] {
  const of = (part: Parameters<typeof operands>[0], predicate: SuggestionRequest['predicate']) =>
    operands(part).flatMap((operand): Part[] => {
      if (operand.kind === 'empty') return [];
      const { start, end, text } = operand.token;
      if (operand.kind === 'function') return [{ kind: 'function', name: operand.name, span: { start, end } }];
      return [{ kind: 'value', field: comparison.field.name, name: text, predicate, span: { start, end } }];
    });
  const { operand, predicates } = comparison;
  return [...of({ operand, predicates: [] }, undefined), ...predicates.flatMap((predicate) => of({ operand: predicate.operand, predicates: [] }, predicate.name))];
}

function describeField(name: string, language: JqlLanguage): Document | undefined {
  const field = language.field(name);
  if (field === undefined) return undefined;
  const standard = standardField(field.name);
  const facts = [
    field.customField ?? '',
    field.types.length === 0 ? '' : `Type: ${field.types.map(typeName).join(', ')}`,
    field.sortable ? 'ORDER BY takes it' : '',
  ].filter((fact) => fact !== '');
  const title = field.title === undefined || field.title === field.name ? [] : [plain(` (${field.title})`)];
  return [
    paragraph({ type: 'styled', style: 'strong', children: [plain(field.name)] }, ...title),
    ...(standard === undefined || field.customField !== undefined ? [] : [paragraph(plain(standard.meaning))]),
    ...(facts.length === 0 ? [] : [paragraph(plain(facts.join(' · ')))]),
    ...operatorsBlock(field),
  ];
}

function operatorsBlock({ operators }: JqlField): Block[] {
  if (operators.length === 0) return [];
  return [paragraph(plain('Operators: '), ...operators.flatMap((name, index): Inline[] => [...(index === 0 ? [] : [plain(' ')]), { type: 'code', value: name.toUpperCase() }]))];
}

function describeFunction(name: string, language: JqlLanguage): Document | undefined {
  const known: JqlFunction | undefined = language.function(name);
  const standard = standardFunction(name);
  if (known === undefined && (language.isComplete || standard === undefined)) return undefined;
  const types = (known?.types ?? []).map(typeName).join(', ');
  const gives = [types, (known?.isList ?? standard?.isList) === true ? 'a list, for IN' : ''].filter((part) => part !== '').join(', ');
  return [
    paragraph({ type: 'styled', style: 'strong', children: [plain(`${known?.name ?? standard!.name}(${standard?.parameters ?? ''})`)] }),
    ...(standard === undefined ? [] : [paragraph(plain(standard.meaning))]),
    ...(gives === '' ? [] : [paragraph(plain(`Gives: ${gives}`))]),
  ];
}

/** Of a user the full name, of a project its name: whatever Jira shows beside the value. */
async function describeValue(
  { field: fieldName, name, predicate }: Extract<Part, { kind: 'value' }>,
  language: JqlLanguage,
  values: (request: SuggestionRequest) => Promise<KnownValues>,
): Promise<Document | undefined> {
  const field = language.field(fieldName);
  if (predicate !== 'by' && (field === undefined || !field.hasSuggestions)) return undefined;
  const known = await values({ field: field?.name ?? fieldName, typed: name, predicate });
  const found = known.values.find(({ value, title }) => [value, title].some((each) => each.toLowerCase() === name.toLowerCase()));
  return found === undefined ? undefined : [paragraph({ type: 'styled', style: 'strong', children: [plain(found.title)] }), paragraph(plain(`A value of ${field?.title ?? field?.name ?? 'users'}`))];
}

function plain(value: string): Inline {
  return { type: 'text', value };
}

function paragraph(...children: readonly Inline[]): Block {
  return { type: 'paragraph', children };
}
