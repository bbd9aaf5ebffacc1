/** Text above and below the line, for which Markdown has no notation: by Unicode's digits, or by `^` and `_` as in TeX. */

const superscripts = new Map([...'0123456789+-=()ni'].map((each, index) => [each, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][index] as string]));
const subscripts = new Map([...'0123456789+-=()'].map((each, index) => [each, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index] as string]));

/** Writes a text as a script: `10` as `¹⁰`, `max` as `^(max)`. */
export function script(text: string, kind: 'superscript' | 'subscript'): string {
  const digits = kind === 'superscript' ? superscripts : subscripts;
  const characters = [...text];
  return characters.every((each) => digits.has(each)) ? characters.map((each) => digits.get(each)).join('') : `${kind === 'superscript' ? '^' : '_'}(${text})`;
}
