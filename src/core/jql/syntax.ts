/** What a query in JQL consists of, as far as it is written. */
import type { Problem, Span, Token } from './tokens.ts';

/** How a field is compared, as `autocompletedata` names it. */
export type OperatorName =
  | '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not' | 'was' | 'was not' | 'was in' | 'was not in' | 'changed';

/** A field's name in a query. */
export interface FieldName extends Span {
  /** Without quotation marks; a custom field by its number is `cf[10001]`. */
  readonly name: string;
}

/** An operator of one word or several. */
export interface Operator extends Span {
  readonly name: OperatorName;
}

/** What a field is compared with. */
export type Operand =
  | ({ readonly kind: 'value'; readonly token: Token } & Span)
  | ({ readonly kind: 'function'; readonly name: string; readonly token: Token; readonly arguments: readonly Token[] } & Span)
  | ({ readonly kind: 'list'; readonly items: readonly Operand[] } & Span)
  | ({ readonly kind: 'empty' } & Span);

/** What narrows `was` and `changed` down, for instance `by currentUser()`. */
export interface Predicate extends Span {
  readonly name: 'after' | 'before' | 'during' | 'on' | 'by' | 'from' | 'to';
  readonly operand: Operand | undefined;
}

/** One comparison; what is not written yet is absent. */
export interface Comparison extends Span {
  readonly kind: 'comparison';
  readonly field: FieldName;
  readonly operator: Operator | undefined;
  readonly operand: Operand | undefined;
  readonly predicates: readonly Predicate[];
}

/** A condition. */
export type Clause =
  | Comparison
  | ({ readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] } & Span)
  | ({ readonly kind: 'not'; readonly clause: Clause | undefined } & Span)
  | ({ readonly kind: 'group'; readonly clause: Clause | undefined } & Span);

/** One part of `ORDER BY`. */
export interface Sort extends Span {
  readonly field: FieldName;
  readonly direction: Token | undefined;
}

/** What may stand at the end of a query, or of the part of it before the cursor. */
export type Expectation =
  | { readonly want: 'clause'; readonly empty: boolean }
  | { readonly want: 'customField' }
  | { readonly want: 'operator'; readonly field: FieldName; readonly begun: '' | 'not' | 'is' | 'was' | 'was not' }
  | { readonly want: 'value'; readonly field: FieldName; readonly operator: OperatorName; readonly predicate: Predicate['name'] | undefined; readonly inList: boolean }
  | { readonly want: 'argument'; readonly field: FieldName; readonly functionName: string }
  | { readonly want: 'afterItem'; readonly field: FieldName }
  | { readonly want: 'connector'; readonly inGroup: boolean; readonly history: OperatorName | undefined }
  | { readonly want: 'by' }
  | { readonly want: 'sortField' }
  | { readonly want: 'sortDirection' };

/** A whole query, read as far as it goes. */
export interface Query {
  readonly tokens: readonly Token[];
  readonly where: Clause | undefined;
  readonly orderBy: readonly Sort[];
  /** The tokens that are keywords where they stand, and no names or values. */
  readonly keywords: ReadonlySet<Token>;
  readonly problems: readonly Problem[];
  /** What may come next; `undefined` where the end is inside of something that cannot be read. */
  readonly expected: Expectation | undefined;
}

/** Every comparison of a query, in order. */
export function comparisons(clause: Clause | undefined): Comparison[] {
  if (clause === undefined) return [];
  if (clause.kind === 'comparison') return [clause];
  return 'clauses' in clause ? clause.clauses.flatMap(comparisons) : comparisons(clause.clause);
}

/** The values, functions and emptinesses of an operand: those of a list one by one. */
export function parts(operand: Operand | undefined): Exclude<Operand, { kind: 'list' }>[] {
  if (operand === undefined) return [];
  return operand.kind === 'list' ? operand.items.flatMap(parts) : [operand];
}

/** Every operand of a comparison, those of its predicates too. */
export function operands({ operand, predicates }: Pick<Comparison, 'operand' | 'predicates'>): Exclude<Operand, { kind: 'list' }>[] {
  return [...parts(operand), ...predicates.flatMap((predicate) => parts(predicate.operand))];
}
