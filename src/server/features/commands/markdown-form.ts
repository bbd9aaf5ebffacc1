/** A form whose text is Markdown: what to do stands below a line, as in the message of a commit. */
import { invalidParams } from '../../../core/errors.ts';
import { plainLine } from '../../../core/text/plain-text.ts';
import type { Form } from '../../forms.ts';

const scissors = '<!-- ------------------------ >8 ------------------------';

/** What the Markdown is for. */
export interface MarkdownForm<T> {
  /** The name of the file, without extension. */
  readonly name: string;
  /** What it becomes, for people; text of Jira may be in it. */
  readonly title: string;
  /** What stands there already. */
  readonly draft?: string;
  /** Makes use of it. @throws {JiraError} */
  readonly accept: (markdown: string) => Promise<T>;
  /** What came of it, for people. */
  readonly done: (value: T) => string;
}

/** The form. */
export function markdownForm<T>({ name, title, draft = '', accept, done }: MarkdownForm<T>): Form<T> {
  return {
    name: `${name}.md`,
    instruction: 'write the text into it, and save it.',
    text(problem, saved = draft) {
      const notes = [...(problem === undefined ? [] : [`! ${inComment(problem)}`, '']), inComment(title), '', 'Write Markdown above this line, and save this file. Close it without saving to do nothing.'];
      return `${above(saved)}\n\n${scissors}\n${notes.join('\n')}\n-->\n`;
    },
    async accept(saved) {
      const markdown = above(saved);
      if (markdown === '') throw invalidParams('body', 'There is no text above the line.');
      return accept(markdown);
    },
    done: (value) => `<!-- ${inComment(done(value))} You can close this file. -->\n`,
  };
}

function above(text: string): string {
  const end = text.indexOf(scissors.slice(0, 12));
  const line = text.indexOf('>8', Math.max(0, end));
  return (end < 0 || line < 0 ? text : text.slice(0, text.lastIndexOf('<!--', line))).trim();
}

/** Text that does not end a comment of HTML. */
function inComment(text: string): string {
  return plainLine(text, 2000).replaceAll('--', '––').replaceAll('>', '›');
}
