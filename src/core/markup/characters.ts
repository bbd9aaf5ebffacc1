/** Characters: which may come out, and of which kind they are. */

/** C0 and C1 controls but tab and line feed, byte order marks, and what turns the direction of text around (U+202A–E, U+2066–9). */
const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const lineEnd = /\r\n?|\u0085|\u2028|\u2029/g;
const loneSurrogate = /\p{Cs}/gu;

/**
 * Takes out of a text what an editor or a terminal would obey rather than show: control characters
 * and overrides of the direction of text, which let a text pose as another ("Trojan Source"). Every
 * kind of line end becomes a line feed, and half a character becomes U+FFFD.
 */
export function clean(text: string): string {
  return text.replace(lineEnd, '\n').replace(unsafe, '').replace(loneSurrogate, '\ufffd');
}

/** Whether a character, or the edge of a text (an empty string), is white space. */
export function isSpace(character: string): boolean {
  return character === '' || character === ' ' || character === '\n' || /^\s$/u.test(character);
}

/** Whether a character is a letter or a digit, as Jira's wiki renderer tells words. */
export function isWordCharacter(character: string): boolean {
  return character < '\u0080' ? /^[\dA-Za-z]$/.test(character) : /^[\p{L}\p{Nd}]$/u.test(character);
}

/** Whether a character is punctuation or a symbol, as CommonMark tells the ends of emphasis. */
export function isPunctuation(character: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(character);
}

/** The whole character that ends before a place in a text; empty at its start. */
export function characterBefore(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(Math.max(0, index - 2), index) : text.slice(Math.max(0, index - 1), index);
}

/** The whole character at a place in a text; empty at its end. */
export function characterAt(text: string, index: number): string {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff ? text.slice(index, index + 2) : text.charAt(index);
}
