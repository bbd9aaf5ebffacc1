/** The name of a branch for an issue. */
import slugify from '@sindresorhus/slugify';
import type { Issue } from '../../../protocol/issues.ts';
import { invalidParams } from '../errors.ts';
import { projectOfKey } from './project-owners.ts';

/** Characters of a summary that a name holds: more is hard to read in a list of branches. */
const summaryLength = 60;
/** Characters between two slashes: most file systems take 255 bytes for a name, and git adds `.lock`. */
const partLength = 120;

/**
 * Fills a template in, and leaves out of the result whatever git does not take (`git check-ref-format --branch`).
 *
 * @param template with `{key}`, `{project}`, `{number}`, `{summary}`, `{type}`, `{priority}`, `{parent}` and `{user}`
 * @param user the login name of whoever begins the work
 * @throws {JiraError} invalidParams for `branchTemplate`, where it names what there is not, or nothing is left of it
 */
export function branchName(template: string, issue: Issue, user: string): string {
  const values = valuesOf(issue, user);
  const filled = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) return value;
    const known = Object.keys(values).map((each) => `{${each}}`).join(', ');
    throw invalidParams('branchTemplate', `There is no {${name}} to put into the name of a branch. There are ${known}.`);
  });
  const name = filled.split('/').map(partOf).filter((part) => part !== '').join('/');
  if (name !== '' && name !== '@' && name !== 'HEAD') return name;
  throw invalidParams('branchTemplate', 'Nothing that git takes for the name of a branch is left of this template.');
}

/** In plain letters and hyphens, whatever the issue is written in; the key as it is. */
function valuesOf(issue: Issue, user: string): Record<string, string> {
  const project = projectOfKey(issue.key);
  const slug = (text: string) => slugify(text, { decamelize: false });
  return {
    key: issue.key,
    project,
    number: issue.key.slice(project.length + 1),
    summary: cut(slug(issue.summary)),
    type: slug(issue.type.name),
    priority: slug(issue.priority?.name ?? ''),
    parent: issue.parent ?? '',
    user: slug(user),
  };
}

/** Cuts between two words. */
function cut(slug: string): string {
  if (slug.length <= summaryLength) return slug;
  const end = slug.lastIndexOf('-', summaryLength);
  return slug.slice(0, end > 0 ? end : summaryLength);
}

/** One part between two slashes. */
function partOf(text: string): string {
  const clean = text
    .replace(/[\p{C}\s~^:?*[\]\\{}]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-');
  return trim([...clean].slice(0, partLength).join(''));
}

/** Neither a dot nor a hyphen begins or ends a part, and none ends in `.lock`. */
function trim(text: string): string {
  const trimmed = text.replace(/^[-._]+|[-._]+$/g, '');
  return /\.lock$/i.test(trimmed) ? trim(trimmed.slice(0, -'.lock'.length)) : trimmed;
}
