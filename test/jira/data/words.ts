import type { Random } from './random.ts';

const verbs = ['Fix', 'Add', 'Remove', 'Document', 'Speed up', 'Rework', 'Investigate', 'Test', 'Migrate', 'Translate'];
const objects = [
  'login form',
  'search index',
  'payment service',
  'export to CSV',
  'Überblicksseite',
  'e-mail notifications',
  'cache of the "front page"',
  'REST API',
  'nightly build',
  'database migration',
  'Größenberechnung',
  'file upload & download',
];
const circumstances = [
  'after an upgrade',
  'when the user has no avatar',
  'on slow networks',
  'for customers in 日本',
  'behind a proxy',
  'with more than 10,000 rows',
  'if (and only if) x < y',
  'since the last release',
];
const sentences = [
  'It happens about once a week, and nobody has found out why.',
  'The log says *nothing useful*; see {{server.log}} for the rest.',
  'A customer reported it and sent a screenshot.',
  'We agreed on this in the planning meeting: first the tests, then the change.',
  'Größe und Währung müssen stimmen – auch bei 0 €.',
  'See also [the handbook|https://docs.example.com/handbook#chapter-3].',
  'It works for me, but not on the build machine.',
  'This has to be done before the audit in autumn.',
  'As a user I want to see what changed, so that I can trust it.',
  'Some text in _italics_, some +inserted+, some -deleted-.',
];
const blocks = [
  '{code:java}\r\nif (a < b && c > d) {\r\n    throw new IllegalStateException("not yet");\r\n}\r\n{code}',
  '* one\r\n* two\r\n** two and a half\r\n# first\r\n# second',
  '||Browser||Version||\r\n|Firefox|128|\r\n|Chrome|126|',
  '{quote}\r\nIt used to work.\r\n{quote}',
  '{noformat}\r\n500 Internal Server Error\r\n{noformat}',
];

/** Labels as teams give them. */
export const labels = ['backend', 'frontend', 'regression', 'good-first-issue', 'übersetzung', 'customer', 'tech_debt'];

/** A title. */
export function summary(random: Random): string {
  return `${random.pick(verbs)} ${random.pick(objects)} ${random.pick(circumstances)}`;
}

/** A description in wiki markup, with Jira's line ends; every tenth issue has none. */
export function description(random: Random): string | null {
  if (random.below(10) === 0) return null;
  return [`h2. Context`, prose(random, 3), random.pick(blocks), prose(random, 2)].join('\r\n\r\n');
}

/** Some sentences. */
export function prose(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(sentences)).join(' ');
}
