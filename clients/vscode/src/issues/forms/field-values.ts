/** From what a form holds to values of fields, in the plain form of each kind (see `FieldKind` of the protocol). */
import type { Field } from '../../../../../protocol/fields.ts';

/** What a form holds, by the names of its controls. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** The values of the fields that were filled in. */
export function fieldValues(values: FormValues, fields: readonly Field[]): Record<string, unknown> {
  const given = fields.flatMap((field): [string, unknown][] => {
    const value = valueOf(field, values[field.id]);
    return value === undefined ? [] : [[field.id, value]];
  });
  return Object.fromEntries(given);
}

/** The text of a control; empty where there is none. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

function valueOf(field: Field, value: string | readonly string[] | undefined): unknown {
  const { kind, multiple } = field;
  const isChoice = (field.allowedValues ?? []).length > 0;
  const all = (typeof value === 'string' ? [value] : (value ?? [])).map((each) => each.trim()).filter((each) => each !== '');
  const [first] = all;
  if (first === undefined) return undefined;
  if (kind === 'cascade') return first.split('/');
  if (multiple) return (isChoice ? all : all.flatMap((each) => each.split(',').map((part) => part.trim()))).filter((each) => each !== '');
  switch (kind) {
    case 'number':
    case 'sprint':
      return Number(first);
    case 'markup':
      return { markdown: first };
    case 'timeTracking':
      return { originalEstimate: first };
    default:
      return first;
  }
}
