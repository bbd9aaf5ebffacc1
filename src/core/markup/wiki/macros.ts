/**
 * The macros of wiki markup, found before anything else, as Jira's renderer does it: what a macro
 * holds is not seen by the rules for lines and lists. Tags without a partner, and macros unknown
 * here, stay in the text as they were written.
 */

/** A macro with a body. `body` is its source, untouched. */
export interface Macro {
  readonly name: BodyMacro;
  readonly parameters: string;
  readonly body: string;
}

/** Source in which each macro is one mark. */
export interface MarkedSource {
  readonly text: string;
  readonly macros: readonly Macro[];
}

type BodyMacro = 'code' | 'noformat' | 'quote' | 'panel' | 'info' | 'note' | 'tip' | 'warning' | 'expand';

const bodyMacros: ReadonlySet<string> = new Set<BodyMacro>(['code', 'noformat', 'quote', 'panel', 'info', 'note', 'tip', 'warning', 'expand']);

/** Where a colour begins or ends: nothing to be seen, but the end of a word. Clean text holds no control character. */
export const colourMark = '\u0003';

/** What stands for a macro in {@link MarkedSource.text}; the number is the index of the macro. */
export const macroMark = /\u0001(\d+)\u0002/;

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly parameters: string;
}

/** Replaces each macro in clean source by a mark. */
export function markMacros(source: string): MarkedSource {
  const tags = findTags(source);
  const partners = findPartners(tags);
  const macros: Macro[] = [];
  const colourEnds = new Set<number>();
  let text = '';
  let done = 0;
  for (let index = 0; index < tags.length; index += 1) {
    const tag = tags[index] as Tag;
    const partner = partners[index];
    const end = partner === undefined ? undefined : (tags[partner] as Tag);
    let mark: string | undefined;
    let next = tag.end;
    if (tag.name === 'anchor' && tag.parameters !== '') {
      mark = '';
    } else if (colourEnds.has(index)) {
      mark = colourMark;
    } else if (tag.name === 'color' && tag.parameters !== '' && partner !== undefined) {
      mark = colourMark;
      colourEnds.add(partner);
    } else if (isBodyMacro(tag.name) && partner !== undefined && end !== undefined) {
      mark = `\u0001${macros.length}\u0002`;
      macros.push({ name: tag.name, parameters: tag.parameters, body: source.slice(tag.end, end.start) });
      next = end.end;
      index = partner;
    }
    if (mark !== undefined) {
      text += source.slice(done, tag.start) + mark;
      done = next;
    }
  }
  return { text: text + source.slice(done), macros };
}

function isBodyMacro(name: string): name is BodyMacro {
  return bodyMacros.has(name);
}

/** A backslash takes its meaning from what comes after it, and braces that pair up are no tag: `{{code}}`. */
function findTags(source: string): Tag[] {
  const pattern = /\\[^]|\{([A-Za-z][\w-]{0,30})(?::([^{}]*))?\}/g;
  const tags: Tag[] = [];
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const end = pattern.lastIndex;
    const [, name, parameters = ''] = match;
    if (name !== undefined && countBraces(source, end) % 2 === 0) {
      tags.push({ start: match.index, end, name: name.toLowerCase(), parameters: parameters.replace(/\n/g, ' ').trim() });
    }
  }
  return tags;
}

function countBraces(source: string, from: number): number {
  let end = from;
  while (source.charAt(end) === '}') {
    end += 1;
  }
  return end - from;
}

/** A macro ends at the next tag of its name that has no parameters, for the first tag that is not within another macro. */
function findPartners(tags: readonly Tag[]): readonly (number | undefined)[] {
  const next = new Map<string, number>();
  const partners = new Array<number | undefined>(tags.length);
  for (let index = tags.length - 1; index >= 0; index -= 1) {
    const { name, parameters } = tags[index] as Tag;
    partners[index] = next.get(name);
    if (parameters === '') {
      next.set(name, index);
    }
  }
  return partners;
}
