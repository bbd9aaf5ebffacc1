import type { Issue } from '../data/issue.ts';

/** Which of an issue's texts are searched. */
export type TextField = 'summary' | 'description' | 'environment' | 'comment' | 'text';

const wordsOf = { summary: cache(), description: cache(), environment: cache(), comment: cache(), text: cache() };

/**
 * Makes a predicate of a text search: every word must occur; `word*` stands for any word that begins so; what is in
 * double quotes must occur as it is. Undefined where Lucene's parser gives up.
 */
export function textPredicate(field: TextField, search: string): ((issue: Issue) => boolean) | undefined {
  if (/^\s*[*?]/.test(search) || (search.match(/(?<!\\)"/g) ?? []).length % 2 === 1) return undefined;
  const phrases = [...search.matchAll(/"([^"]+)"/g)].map(([, phrase = '']) => words(phrase).join(' '));
  const single = search.replaceAll(/"[^"]*"/g, ' ');
  const prefixes = [...single.matchAll(/([\p{L}\p{N}]+)\*/gu)].map(([, prefix = '']) => prefix.toLowerCase());
  const whole = words(single.replaceAll(/[\p{L}\p{N}]+\*/gu, ' '));
  return (issue) => {
    const found = indexed(field, issue);
    return (
      whole.every((word) => found.set.has(word)) &&
      prefixes.every((prefix) => found.list.some((word) => word.startsWith(prefix))) &&
      phrases.every((phrase) => ` ${found.list.join(' ')} `.includes(` ${phrase} `))
    );
  };
}

interface Indexed {
  readonly list: readonly string[];
  readonly set: ReadonlySet<string>;
}

function cache(): WeakMap<Issue, Indexed> {
  return new WeakMap();
}

function indexed(field: TextField, issue: Issue): Indexed {
  const known = wordsOf[field].get(issue);
  if (known !== undefined) return known;
  const list = words(textOf(field, issue));
  const made = { list, set: new Set(list) };
  wordsOf[field].set(issue, made);
  return made;
}

function textOf(field: TextField, issue: Issue): string {
  if (field === 'summary') return issue.summary;
  const { description, environment, comments } = issue.details();
  const commented = comments.map((comment) => comment.body).join(' ');
  if (field === 'description') return description ?? '';
  if (field === 'environment') return environment ?? '';
  return field === 'comment' ? commented : [issue.summary, description, environment, commented].join(' ');
}

function words(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
}
