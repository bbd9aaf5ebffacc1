/** HTML from templates in which every value is text, unless it is HTML already. */

/** A piece of HTML. */
export class Html {
  readonly text: string;

  /** @param text HTML that is safe to show; everything else goes through {@link html} */
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: `false` and `undefined` are left out. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/** A piece of HTML, with its values escaped for elements and for quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((whole, part, index) => whole + textOf(values[index - 1]) + part));
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function textOf(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return Array.isArray(value) ? value.map(textOf).join('') : escapeHtml(String(value));
}
