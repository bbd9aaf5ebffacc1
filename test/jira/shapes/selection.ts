import { issueFields, notNavigable } from './issue-fields.ts';

/**
 * The ids of the fields that a `fields` parameter selects: `*all`, `*navigable`, ids, and `-id` to leave one out; just
 * exclusions start from the default. Unknown ids are passed over; `custom` are those that administrators made.
 */
export function selectFields(wanted: readonly string[], byDefault: '*all' | '*navigable', custom: readonly string[] = []): string[] {
  const names = wanted.flatMap((item) => item.split(',')).map((item) => item.trim()).filter((item) => item !== '');
  const positive = names.filter((name) => !name.startsWith('-'));
  const excluded = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const selected = positive.length === 0 ? [byDefault] : positive;
  const all = [...selected].flatMap((id) => (id.startsWith('*') ? expand(id, custom) : [id]));
  return [...new Set(all)].filter((id) => !excluded.has(id) && (id in issueFields || custom.includes(id)));
}

function expand(name: string, custom: readonly string[]): string[] {
  const all = [...Object.keys(issueFields), ...custom];
  return name === '*all' ? all : name === '*navigable' ? all.filter((id) => !notNavigable.has(id)) : [];
}
