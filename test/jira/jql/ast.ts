/** Where a token begins; both count from 1. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A comparison. */
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'IN' | 'NOT IN' | 'IS' | 'IS NOT' | 'WAS' | 'WAS NOT' | 'WAS IN' | 'WAS NOT IN' | 'CHANGED';

/** What a field is compared with. */
export type Operand =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'function'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'list'; readonly items: readonly Operand[] };

/** What narrows a search in the past down. */
export interface HistoryPredicate {
  readonly name: 'AFTER' | 'BEFORE' | 'DURING' | 'ON' | 'BY' | 'FROM' | 'TO';
  readonly operand: Operand;
}

/** A condition. */
export type Clause =
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }
  | {
      readonly kind: 'terminal';
      readonly field: string;
      readonly operator: Operator;
      /** `CHANGED` has none. */
      readonly operand: Operand | undefined;
      readonly predicates: readonly HistoryPredicate[];
    };

/** One part of `ORDER BY`; without a direction the field's own is taken. */
export interface Sort {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC' | undefined;
}

/** A whole query; without a condition every issue fits. */
export interface Query {
  readonly where: Clause | undefined;
  readonly orderBy: readonly Sort[];
}
