import { issueFields, notNavigable } from './issue-fields.ts';

/**
 * The ids of the fields that a `fields` parameter selects: `*all`, `*navigable`, ids, and `-id` to leave one out; just
 * exclusions start from the default. Unknown ids are passed over.
 */
export function selectFields(wanted: readonly string[], byDefault: '*all' | '*navigable'): string[] {
  const names = wanted.flatMap((item) => item.split(',')).map((item) => item.trim()).filter((item) => item !== '');
  const positive = names.filter((name) => !name.startsWith('-'));
  const excluded = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const selected = new Set((positive.length === 0 ? [byDefault] : positive).flatMap(expand));
  return [...selected].filter((id) => !excluded.has(id) && id in issueFields);
}

function expand(name: string): string[] {
  const all = Object.keys(issueFields);
  if (name === '*all') return all;
  return name === '*navigable' ? all.filter((id) => !notNavigable.has(id)) : [name];
}
