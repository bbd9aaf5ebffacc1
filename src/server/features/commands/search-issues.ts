import type { Issue } from '../../../../protocol/issues.ts';
import { invalidParams, JiraError } from '../../../core/errors.ts';
import { queryIssues } from '../../../core/issues/query-issues.ts';
import { readFilters } from '../../../core/metadata/catalogue.ts';
import { readRecentIssues } from '../../../core/issues/recent.ts';
import type { Access } from '../../../core/issues/access.ts';
import type { Option } from '../../dialogue.ts';
import { readFields, writeFields } from '../sign-in/fields.ts';
import { titleOf } from './choose-issue.ts';
import { chooseProvider } from './choose-provider.ts';
import type { Command, CommandContext } from './command.ts';

/** As many as one chooses among. */
const most = 50;

/** `jira.searchIssues`: searches, lets the user choose one, and shows it. */
export const searchIssues: Command<'jira.searchIssues'> = async (args, context, signal) => {
  const { core, dialogue, workbench } = context;
  const access = await chooseProvider({ provider: args.provider }, context, signal);
  const query = async (wish: { jql?: string | undefined; text?: string | undefined; filter?: string }): Promise<Issue[]> => {
    const found: Issue[] = [];
    await queryIssues(core, { provider: access.provider.id, limit: most, ...wish }, signal, async (page) => void found.push(...page));
    return found;
  };
  const { jql, text } = args;
  const search = jql !== undefined || text !== undefined ? () => query({ jql, text }) : await dialogue.choose('What do you want to search for?', await searches(access, query, context));
  const issues = await search();
  if (issues.length === 0) throw new JiraError('notFound', 'Jira has no issue that fits, or you may not see it.');
  const issue = issues.length === 1 ? issues[0]! : await dialogue.choose(`${issues.length} issues. Which one do you want to see?`, issues.map((value) => ({ title: titleOf(value), value })));
  await workbench.pages.show({ provider: issue.provider, key: issue.key }, signal);
  return { issue };
};

type Search = () => Promise<Issue[]>;

async function searches(
  access: Access,
  query: (wish: { jql?: string; text?: string; filter?: string }) => Promise<Issue[]>,
  context: CommandContext,
): Promise<Option<Search>[]> {
  const [saved, filters] = await Promise.all([context.core.queries.list(access.provider.id), readFilters(access)]);
  return [
    { title: 'Words, or a key…', value: async () => query({ text: await askWords(context) }) },
    { title: 'My open issues', value: () => query({}) },
    { title: 'Issues looked at last', value: () => readRecentIssues(access, most) },
    ...saved.map(({ name, jql }) => ({ title: name, value: () => query({ jql }) })),
    ...filters.map(({ name, id }) => ({ title: name, value: () => query({ filter: id }) })),
  ];
}

function askWords({ dialogue }: CommandContext): Promise<string> {
  const lines = ['Search issues', '', 'Write words, a key or the address of an issue, and save this file.'];
  return dialogue.fillIn<string>({
    name: 'jira-search.txt',
    instruction: 'write what to search for into it, and save it.',
    text: (problem) => writeFields({ lines, problem }, [{ name: 'search' }]),
    accept: (saved) => {
      const { search } = readFields(saved, ['search']);
      return search === undefined ? Promise.reject(invalidParams('text', 'There is nothing to search for.')) : Promise.resolve(search);
    },
    done: () => '# Jira is being searched. You can close this file.\n',
  });
}
