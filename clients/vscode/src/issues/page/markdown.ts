/**
 * Markdown of the agent as HTML. VS Code's own renderer (`markdown.api.render`) is not used: it lets HTML through, and
 * so would anybody who may comment write into the page. Here HTML is text, links lead to the web or to mail, and
 * pictures are not loaded.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import { escapeHtml, Html } from './html.ts';

/** Where a text stands. */
export interface Surroundings {
  /** The address of the Jira that it comes from: links to its issues and attachments open here. */
  readonly baseUrl: string;
  /** The level of the heading above it; headings in it come below. */
  readonly level: number;
}

/** Renders it. */
export function markdownHtml(markdown: string, surroundings: Surroundings): Html {
  return new Html(renderer.render(markdown, { ...surroundings }));
}

const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false });
const { rules } = renderer.renderer;

renderer.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url.trim());

/** The one element that the agent writes: a line break in a cell of a table. */
renderer.inline.ruler.before('html_inline', 'line_break', (state, silent) => {
  if (!state.src.startsWith('<br>', state.pos)) return false;
  if (!silent) state.push('hardbreak', 'br', 0);
  state.pos += '<br>'.length;
  return true;
});

rules.heading_open = (tokens, index, _options, env) => `<h${headingLevel(tokens[index]!, env)}>`;
rules.heading_close = (tokens, index, _options, env) => `</h${headingLevel(tokens[index]!, env)}>`;

rules.link_open = (tokens, index, _options, env) => linkTo(tokens[index]!.attrGet('href'), env);

/** A picture is named, and opened by whoever wants to see it. */
rules.image = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const target = token.attrGet('src');
  return `${linkTo(target, env)}${escapeHtml(token.content === '' ? String(target ?? '') : token.content)}</a>`;
};

rules.table_open = () => '<div class="scroll" tabindex="0" role="group"><table>\n';
rules.table_close = () => '</table></div>\n';
rules.fence = (tokens, index) => code(tokens[index]!.content);
rules.code_block = (tokens, index) => code(tokens[index]!.content);

/** It can be scrolled by the keyboard. */
function code(text: string): string {
  return `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`;
}

function headingLevel({ tag }: Token, env: unknown): number {
  return Math.min(6, (env as Surroundings).level + Number(tag.slice(1)));
}

function linkTo(address: string | number | null, env: unknown): string {
  const target = String(address ?? '');
  return `<a href="${escapeHtml(target)}"${ownTarget(target, (env as Surroundings).baseUrl)}>`;
}

/** Issues and attachments of the same Jira open in VS Code. */
function ownTarget(target: string, baseUrl: string): string {
  if (!target.startsWith(`${baseUrl}/`)) return '';
  const path = target.slice(baseUrl.length);
  const key = /^\/browse\/([^/?#]+-[1-9]\d*)$/.exec(path)?.[1];
  if (key !== undefined) return ` data-action="show" data-value="${escapeHtml(decoded(key))}"`;
  const attachment = /^\/secure\/attachment\/(\d+)\//.exec(path)?.[1];
  return attachment === undefined ? '' : ` data-action="attachment" data-value="${attachment}"`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
