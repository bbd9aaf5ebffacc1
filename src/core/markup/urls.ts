/** Web addresses in texts: which become links, where one ends, and how a file name becomes one. */
import { characterBefore, isWordCharacter } from './characters.ts';

/** The address of a link, a link to mail, or nothing where the address must not be followed: of all schemes, these three are. */
export function allowedUrl(url: string): string | undefined {
  return /^(https?:\/\/[^/\s?#]|mailto:[^\s?])/i.test(url) ? url : undefined;
}

const start = /(?:https?:\/\/|mailto:)[a-z0-9]/iy;
const rest = /[-\w.!~*';/?:@#&=%+$,()]+/y;

/**
 * The bare address at a place in a text, as Jira finds it: the characters are those of its
 * renderer but for brackets and backslashes, and punctuation at the end belongs to the sentence.
 *
 * @returns the address, or an empty string
 */
export function bareUrlAt(text: string, index: number): string {
  start.lastIndex = index;
  if (!start.test(text) || isWordCharacter(characterBefore(text, index))) {
    return '';
  }
  rest.lastIndex = start.lastIndex - 1;
  rest.test(text);
  return withoutSentence(text.slice(index, rest.lastIndex), characterBefore(text, index));
}

/** Closing brackets stay where the address opened them, as in Foo_(bar). */
function withoutSentence(url: string, before: string): string {
  let open = count(url, '(') - count(url, ')');
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (last === ')' && open < 0) {
      open += 1;
    } else if (!/[.,:;?"'!]/.test(last) && !(last === before && /[*_+~-]/.test(last))) {
      break;
    }
  }
  return url.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/**
 * A file name as a relative address: a name never comes to be a scheme, a host or another folder.
 *
 * @returns nothing where the name is one of a folder
 */
export function fileUrl(name: string): string | undefined {
  return /^\.*$/.test(name) ? undefined : encodeURIComponent(name).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The file name that a relative address stands for; the other way round of {@link fileUrl}.
 *
 * @returns nothing where the address is none of a file beside the text
 */
export function fileOf(url: string): string | undefined {
  if (/[:?#\\]|^\/|\/$/.test(url) || url === '') {
    return undefined;
  }
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}
