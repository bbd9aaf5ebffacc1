/** What is written into a document for an issue that was chosen. */
import type { Issue } from '../../../../protocol/issues.ts';
import type { CodePlace } from '../../../core/references/code-places.ts';

/** Where it is written. */
export type InsertionPlace = CodePlace | 'markdown' | 'text';

/**
 * Fills the template in. A summary is somebody else's text: it ends neither the comment nor the string that it is
 * written into, and makes no Markdown.
 *
 * @param template with `{key}`, `{summary}`, `{url}`, `{status}` and `{type}`
 */
export function insertion(template: string, issue: Issue, place: InsertionPlace): string {
  const values: Readonly<Record<string, string>> = {
    key: issue.key,
    url: issue.url,
    summary: harmless(issue.summary, place),
    status: harmless(issue.status.name, place),
    type: harmless(issue.type.name, place),
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole));
}

function harmless(text: string, place: InsertionPlace): string {
  switch (place) {
    case 'text':
      return text;
    case 'markdown':
      return text.replace(/[\\`*_{}[\]()<>#!|~&]/g, '\\$&');
    case 'comment':
    case 'code':
      return text.replace(/\*\/|-->|--!>|-\}|\]\]|\|#|"""|'''|\?>|%>/g, (mark) => [...mark].join(' '));
    case 'string':
      return text.replace(/["'`\\]|[$#]\{|\{\{|\$\(/g, ' ');
  }
}
