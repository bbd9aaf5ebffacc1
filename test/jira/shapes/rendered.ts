import type { Issue } from '../data/issue.ts';
import { escapeHtml } from '../pages.ts';
import type { Rendering } from './issue-fields.ts';

type Shape = Record<string, unknown>;

const dateFields = ['created', 'updated', 'resolutiondate', 'lastViewed', 'archiveddate'] as const;
const durations = [
  'timespent',
  'aggregatetimespent',
  'timeestimate',
  'aggregatetimeestimate',
  'timeoriginalestimate',
  'aggregatetimeoriginalestimate',
] as const;

/** The fields of an issue as Jira renders them: HTML for wiki markup, words for times, null for everything else. */
export function renderedFields(issue: Issue, values: Shape, { site }: Rendering): Shape {
  const rendered: Shape = Object.fromEntries(Object.keys(values).map((id) => [id, null]));
  const set = (id: string, value: unknown): void => {
    if (id in values) rendered[id] = value;
  };
  for (const id of dateFields) set(id, typeof values[id] === 'string' ? relativeDate(values[id], site.now()) : null);
  for (const id of durations) set(id, typeof values[id] === 'number' ? longDuration(values[id]) : null);
  set('description', wikiToHtml(issue.details().description ?? ''));
  set('environment', wikiToHtml(issue.details().environment ?? ''));
  set('attachment', renderedFiles(values['attachment'], site.now()));
  set('timetracking', renderedTimes((values['timetracking'] ?? {}) as Shape));
  set('comment', renderedPage(values['comment'], 'comments', ['body'], site.now()));
  set('worklog', renderedPage(values['worklog'], 'worklogs', ['comment'], site.now()));
  return rendered;
}

/** A small part of wiki markup, in Jira's HTML: headings, bold, links and paragraphs. */
export function wikiToHtml(markup: string): string {
  if (markup === '') return '';
  return markup
    .split(/(?:\r?\n){2,}/)
    .map((block) => {
      const heading = /^h([1-6])\. (.*)$/.exec(block);
      if (heading !== null) {
        const [, level, title = ''] = heading;
        return `<h${level}><a name="${escapeHtml(title.replaceAll(' ', ''))}"></a>${inline(title)}</h${level}>`;
      }
      return `<p>${inline(block)}</p>`;
    })
    .join('\n\n');
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/\*([^*\s][^*]*)\*/g, '<b>$1</b>')
    .replace(
      /\[([^|\]]+)\|(https?:[^\]]+)\]/g,
      '<a href="$2" class="external-link" target="_blank" rel="nofollow noopener">$1</a>',
    )
    .replace(/\r?\n/g, '<br/>\n');
}

function renderedPage(page: unknown, list: string, markup: readonly string[], now: number): unknown {
  if (page === undefined) return null;
  const shape = page as Shape & Record<string, Shape[]>;
  return { ...shape, [list]: (shape[list] ?? []).map((item) => renderedPart(item, markup, now)) };
}

function renderedFiles(files: unknown, now: number): Shape[] {
  return ((files ?? []) as Shape[]).map((file) => ({
    ...file,
    created: relativeDate(String(file['created']), now),
    size: `${(Number(file['size']) / 1024).toFixed(1)} kB`,
  }));
}

/** A comment or a work log with its markup and its times rendered. */
export function renderedPart({ timeSpentSeconds, ...item }: Shape, markup: readonly string[], now: number): Shape {
  const rendered = { ...item };
  for (const id of markup) rendered[id] = wikiToHtml(String(item[id]));
  for (const id of ['created', 'updated', 'started']) if (id in item) rendered[id] = relativeDate(String(item[id]), now);
  if (typeof timeSpentSeconds === 'number') rendered['timeSpent'] = longDuration(timeSpentSeconds);
  return rendered;
}

function renderedTimes(times: Shape): Shape {
  return Object.fromEntries(
    Object.entries(times).map(([id, value]) => [
      id,
      typeof value === 'string' ? longDuration(Number(times[`${id}Seconds`])) : value,
    ]),
  );
}

function longDuration(seconds: number): string {
  const units = [['hour', Math.floor(seconds / 3600)], ['minute', Math.floor((seconds % 3600) / 60)]] as const;
  const parts = units.filter(([, count]) => count > 0).map(([unit, count]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return parts.length === 0 ? '0 minutes' : parts.join(', ');
}

function relativeDate(text: string, now: number): string {
  const age = now - Date.parse(text);
  if (age < 60_000) return 'Just now';
  if (age < 3_600_000) return `${Math.floor(age / 60_000)} minutes ago`;
  const [day = '', time = ''] = text.split('T');
  return `${day} ${time.slice(0, 5)}`;
}
