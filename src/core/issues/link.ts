/** Links issues. */
import type { IssueLink } from '../../../protocol/issue-detail.ts';
import type { LinkType } from '../../../protocol/metadata.ts';
import { invalidParams } from '../errors.ts';
import { record } from '../jira/json.ts';
import { readLinkTypes } from '../metadata/catalogue.ts';
import type { Access } from './access.ts';
import { toLinks } from './discussion.ts';
import { readFields } from './read-issue.ts';
import { afterwards, type Done, writeOnce } from './unanswered.ts';

/**
 * Links an issue to another one.
 *
 * @param relation what the first is to the second: one of the two relations of a type; or a type, by its id or its
 *   name, which means its outward relation
 * @returns the links that the first issue has then
 */
export async function linkIssues(access: Access, key: string, relation: string, to: string): Promise<Done<IssueLink[]>> {
  const { type, direction } = chooseRelation(await readLinkTypes(access), relation);
  // Jira reads it from the first issue's side: what is called `inwardIssue` there has the outward relation to the other.
  const [source, destination] = direction === 'outward' ? [key, to] : [to, key];
  const json = { type: { id: type.id }, inwardIssue: { key: source }, outwardIssue: { key: destination } };
  const done = `The issue ${type[direction]} ${to}`;
  const { warnings } = await writeOnce(access, {
    send: async () => {
      await access.write('POST', '/rest/api/2/issueLink', json);
      return true;
    },
    find: async () => {
      const fits = (link: IssueLink) => link.type === type.name && link.direction === direction && link.issue.key === to.toUpperCase();
      return (await readLinks(access, key)).some(fits) ? true : undefined;
    },
    done,
    notDone: 'The link is not there',
  });
  try {
    return { value: await readLinks(access, key), warnings };
  } catch (error) {
    throw afterwards(done, error);
  }
}

async function readLinks(access: Access, key: string): Promise<IssueLink[]> {
  const { fields } = await readFields(access, key, ['issuelinks']);
  return toLinks(record(fields)['issuelinks'], access.baseUrl);
}

/** Relations go before names, and an exact match before one in another case. A relation that is the same both ways is outward. */
function chooseRelation(types: readonly LinkType[], wanted: string): { type: LinkType; direction: 'outward' | 'inward' } {
  const lower = wanted.toLowerCase();
  const ways = [
    types.filter(({ id }) => id === wanted).map((type) => ({ type, direction: 'outward' as const })),
    types.filter(({ outward }) => outward.toLowerCase() === lower).map((type) => ({ type, direction: 'outward' as const })),
    types.filter(({ inward }) => inward.toLowerCase() === lower).map((type) => ({ type, direction: 'inward' as const })),
    types.filter(({ name }) => name.toLowerCase() === lower).map((type) => ({ type, direction: 'outward' as const })),
  ];
  const fitting = ways.find(({ length }) => length > 0) ?? [];
  const [choice, ...others] = fitting;
  if (choice !== undefined && others.length === 0) return choice;
  const names = (some: readonly LinkType[]) => some.map(({ id, name, outward, inward }) => `${name} (${id}: “${outward}”, “${inward}”)`).join(', ');
  if (choice === undefined) throw invalidParams('type', `There is no type of link “${wanted}”. There are ${names(types) || 'none'}.`);
  throw invalidParams('type', `Several types of link are called “${wanted}”: say which one by its id. There are ${names(fitting.map(({ type }) => type))}.`);
}
