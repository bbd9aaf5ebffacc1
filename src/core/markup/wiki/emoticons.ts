/** The notations of Jira that it shows as pictures ("Text Formatting Notation Help", Misc). */

/** What each notation is shown as. */
const emoticons: ReadonlyMap<string, string> = new Map([
  [':)', '🙂'], [':(', '🙁'], [':P', '😛'], [':p', '😛'], [':D', '😀'], [';)', '😉'],
  ['(y)', '👍'], ['(n)', '👎'], ['(i)', 'ℹ️'], ['(/)', '✅'], ['(x)', '❌'], ['(!)', '⚠️'],
  ['(+)', '➕'], ['(-)', '➖'], ['(?)', '❓'], ['(on)', '💡'], ['(off)', '🌑'],
  ['(*)', '⭐'], ['(*y)', '⭐'], ['(*r)', '⭐'], ['(*g)', '⭐'], ['(*b)', '⭐'],
  ['(flag)', '🚩'], ['(flagoff)', '🏳️'],
]);

const notation = /:[()PpD]|;\)|\((?:[yni/x!+?-]|\*[yrgb]?|on|off|flag|flagoff)\)/y;

/** An emoticon in a text. */
export interface Emoticon {
  readonly notation: string;
  readonly picture: string;
}

/** The emoticon at a place in a text, as Jira finds it: no letter follows. */
export function emoticonAt(text: string, index: number): Emoticon | undefined {
  const found = notationAt(text, index);
  const picture = emoticons.get(found);
  return picture === undefined || /[a-zA-Z]/.test(text.charAt(index + found.length)) ? undefined : { notation: found, picture };
}

/** What would be an emoticon at a place in a text, were no letter to follow; empty where there is nothing like it. */
export function notationAt(text: string, index: number): string {
  notation.lastIndex = index;
  return notation.exec(text)?.[0] ?? '';
}
