/** Links and images of wiki markup: what is between their brackets and what it points to. */
import { characterAt, characterBefore, isSpace, isWordCharacter } from '../characters.ts';
import type { Target } from '../document.ts';
import { allowedUrl } from '../urls.ts';

/** A link as it is written. */
export interface LinkSource {
  /** The source of its text; empty where it has none. */
  readonly label: string;
  /** Nothing for an anchor in the same text, which is no address. */
  readonly target: Target | undefined;
  /** The place after the closing bracket. */
  readonly end: number;
}

/**
 * The link that begins at a place in a line: `[text|target]`, `[target]`, `[text|target|smart-link]`.
 *
 * @returns nothing where the brackets are plain text, or where the address must not become a link
 */
export function linkAt(line: string, index: number): LinkSource | undefined {
  const close = closingBracket(line, index + 1);
  if (close < 0) {
    return undefined;
  }
  const inner = line.slice(index + 1, close);
  const { label, target } = split(inner);
  const end = close + 1;
  if (target.startsWith('#') && target.length > 1) {
    return { label: label || target.slice(1), target: undefined, end };
  }
  const found = targetOf(target);
  return found === undefined ? undefined : { label: sameText(label, found) ? '' : label, target: found, end };
}

/** The first bracket that closes; a bracket that opens before it makes the first one plain text. */
function closingBracket(line: string, from: number): number {
  for (let index = from; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === '\\') {
      index += 1;
    } else if (character === ']') {
      return index;
    } else if (character === '[') {
      return -1;
    }
  }
  return -1;
}

function split(inner: string): { label: string; target: string } {
  const bar = inner.indexOf('|', inner.startsWith('!') ? Math.max(0, inner.indexOf('!', 1)) : 0);
  if (bar >= 0) {
    const [target = ''] = inner.slice(bar + 1).split('|', 1);
    return { label: inner.slice(0, bar).trim(), target: target.trim() };
  }
  const caret = inner.indexOf('^');
  if (caret > 0 && /\.\w{1,8}$/.test(inner)) {
    return { label: inner.slice(0, caret).trim(), target: inner.slice(caret).trim() };
  }
  return { label: '', target: inner.trim() };
}

function targetOf(target: string): Target | undefined {
  // A number is a note at the foot of the page that somebody wrote by hand.
  if (/^(?:~|\^(?!\d+$))./.test(target)) {
    const name = target.slice(1).trim();
    return target.startsWith('~') ? { kind: 'user', name } : { kind: 'attachment', name };
  }
  if (issueKeyAt(target, 0) === target && target !== '') {
    return { kind: 'issue', key: target };
  }
  const url = allowedUrl(target);
  return url === undefined ? undefined : { kind: 'url', url };
}

function sameText(label: string, target: Target): boolean {
  return target.kind === 'url' && (label === target.url || `mailto:${label}` === target.url);
}

/** An image as it is written. */
export interface ImageSource {
  readonly target: Target;
  readonly alternative: string;
  /** Whether the file is a picture; Jira embeds films and documents by the same notation. */
  readonly picture: boolean;
  /** The place after the closing mark. */
  readonly end: number;
}

const pictures = /\.(?:png|jpe?g|gif|bmp|svg|webp|tiff?|ico|heic|avif)$/i;
const media = /\.(?:mp[34]|m4[av]|mov|avi|webm|mkv|wmv|wav|ogg|pdf|swf)$/i;

/**
 * The image that begins at a place in a line: `!name.png!`, `!name.png|thumbnail,alt=text!`, `!https://…!`.
 *
 * @returns nothing where the marks are exclamation marks
 */
export function imageAt(line: string, index: number): ImageSource | undefined {
  if (isWordCharacter(characterBefore(line, index)) || isSpace(characterAt(line, index + 1))) {
    return undefined;
  }
  const close = line.indexOf('!', index + 1);
  const inner = line.slice(index + 1, Math.max(close, index + 1));
  if (inner === '' || isSpace(inner.charAt(inner.length - 1)) || isWordCharacter(characterAt(line, close + 1))) {
    return undefined;
  }
  const bar = inner.indexOf('|');
  const source = (bar < 0 ? inner : inner.slice(0, bar)).trim();
  const parameters = bar < 0 ? '' : inner.slice(bar + 1);
  const url = allowedUrl(source);
  const isFile = pictures.test(source) || media.test(source) || (bar >= 0 && /^[^\\/:]+\.\w{1,8}$/.test(source));
  if (url === undefined ? !isFile || /^[a-z][\w+.-]*:/i.test(source) : !/^https?:/i.test(url)) {
    return undefined;
  }
  const target: Target = url === undefined ? { kind: 'attachment', name: source.slice(source.lastIndexOf('^') + 1) } : { kind: 'url', url };
  const picture = !media.test(source);
  return { target, alternative: /(?:^|,)\s*alt="?([^,"]*)/.exec(parameters)?.[1]?.trim() ?? '', picture, end: close + 1 };
}

const issueKey = /[A-Z][A-Z0-9_]{1,19}-[1-9]\d{0,9}(?![A-Za-z0-9_]|-[A-Za-z0-9])/y;

/** The issue key at a place in a text, where it stands as a word; empty where there is none. */
export function issueKeyAt(text: string, index: number): string {
  if (/[\w./\\-]/.test(text.charAt(index - 1))) {
    return '';
  }
  issueKey.lastIndex = index;
  return issueKey.exec(text)?.[0] ?? '';
}
