/** The words of the protocol as Javadoc. */

/**
 * A comment.
 *
 * @param text in Markdown, as the definitions have it
 * @param members what is said of each component of a record
 */
export function javadoc(text: string | undefined, members: readonly (readonly [name: string, text: string])[] = []): string[] {
  const body = [...(text === undefined || text === '' ? [] : sentences(text)), ...members.flatMap(([name, words]) => [`@param ${name} ${markup(words)}`])];
  if (body.length === 0) return [];
  if (body.length === 1) return [`/** ${body[0]} */`];
  return ['/**', ...body.map((line) => ` * ${line}`), ' */'];
}

/** One sentence a line, so that a change of one shows as a change of one. */
function sentences(text: string): string[] {
  return markup(text).split(/(?<=\.) (?=[A-Z“{])/);
}

function markup(text: string): string {
  return text
    .split(/(`[^`]+`|\{@link [^}]+\})/)
    .map((part) => (part.startsWith('`') ? `{@code ${part.slice(1, -1).replaceAll('*/', '*&#47;')}}` : part.startsWith('{@link ') ? part : escape(part)))
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('@', '&#64;').replaceAll('*/', '*&#47;');
}
