/** Character references in wiki markup, which Jira passes on to the browser: `&lt;`, `&#228;`, `&#xE4;`. */
import { clean } from '../characters.ts';

/** Names met in issues; what is not here stays as it was written. */
const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"], ['nbsp', '\u00a0'],
  ['ndash', '–'], ['mdash', '—'], ['hellip', '…'], ['bull', '•'], ['middot', '·'], ['rarr', '→'], ['larr', '←'],
  ['copy', '©'], ['reg', '®'], ['trade', '™'], ['deg', '°'], ['euro', '€'], ['sect', '§'], ['para', '¶'], ['times', '×'],
  ['laquo', '«'], ['raquo', '»'], ['bdquo', '„'], ['ldquo', '“'], ['rdquo', '”'], ['lsquo', '‘'], ['rsquo', '’'],
  ['auml', 'ä'], ['ouml', 'ö'], ['uuml', 'ü'], ['Auml', 'Ä'], ['Ouml', 'Ö'], ['Uuml', 'Ü'], ['szlig', 'ß'],
  ['bsol', '\\'], ['lbrace', '{'], ['rbrace', '}'], ['lcub', '{'], ['rcub', '}'], ['lsqb', '['], ['rsqb', ']'], ['vert', '|'],
]);

const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/y;

/** A character reference in a text. */
export interface CharacterReference {
  readonly source: string;
  /** What it stands for; empty where that must not come out. */
  readonly value: string;
}

/** The character reference at a place in a text. */
export function characterReferenceAt(text: string, index: number): CharacterReference | undefined {
  reference.lastIndex = index;
  const [source, decimal, hexadecimal, name] = reference.exec(text) ?? [];
  if (source === undefined) {
    return undefined;
  }
  if (name !== undefined) {
    const value = named.get(name);
    return value === undefined ? undefined : { source, value };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return code > 0x10ffff ? undefined : { source, value: clean(String.fromCodePoint(code)).replace(/\n/g, ' ') };
}
