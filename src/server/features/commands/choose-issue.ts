/** Lets the user choose an issue. */
import { IssueKey } from '../../../../protocol/issue-detail.ts';
import type { Issue } from '../../../../protocol/issues.ts';
import { invalidParams } from '../../../core/errors.ts';
import type { Access } from '../../../core/issues/access.ts';
import { queryIssues } from '../../../core/issues/query-issues.ts';
import { readRecentIssues } from '../../../core/issues/recent.ts';
import { plainLine } from '../../../core/text/plain-text.ts';
import type { Option } from '../../dialogue.ts';
import { readFields, writeFields } from '../sign-in/fields.ts';
import { chooseProvider } from './choose-provider.ts';
import type { CommandContext } from './command.ts';

/** An issue, and the provider that knows it. */
export interface ChosenIssue {
  readonly provider: string;
  readonly key: string;
}

/** How many of each kind are offered. */
const most = 12;

/**
 * The issue that a command is about: the one that was named, else one that the user chooses among those looked at last
 * and those to be done.
 *
 * @param question for instance `Which issue do you want to open?`
 */
export async function chooseIssue(
  { provider, key }: { readonly provider?: string | undefined; readonly key?: string | undefined },
  question: string,
  context: CommandContext,
  signal: AbortSignal,
): Promise<ChosenIssue> {
  const access = await chooseProvider({ provider, key }, context, signal);
  const place = { provider: access.provider.id };
  if (key !== undefined) return { ...place, key: key.toUpperCase() };
  const issues = await candidates(access, context, signal);
  const options: Option<string | undefined>[] = [...issues.map((issue) => ({ title: titleOf(issue), value: issue.key })), { title: 'Another one…', value: undefined }];
  const chosen = issues.length === 0 ? undefined : await context.dialogue.choose(question, options);
  return { ...place, key: chosen ?? (await askKey(question, context)) };
}

/** An issue as a choice. */
export function titleOf({ key, summary }: Issue): string {
  return plainLine(`${key} ${summary}`, 80);
}

async function candidates(access: Access, { core }: CommandContext, signal: AbortSignal): Promise<Issue[]> {
  const open: Issue[] = [];
  const [recent] = await Promise.all([
    readRecentIssues(access, most),
    queryIssues(core, { provider: access.provider.id, limit: most }, signal, async (page) => void open.push(...page)),
  ]);
  const known = new Set<string>();
  return [...recent.slice(0, most / 2), ...open, ...recent.slice(most / 2)].filter(({ key }) => !known.has(key) && known.add(key));
}

function askKey(question: string, { dialogue }: CommandContext): Promise<string> {
  const lines = [question, '', 'Write the key of the issue, and save this file. Lines that begin with # are left out.'];
  return dialogue.fillIn<string>({
    name: 'jira-issue.txt',
    instruction: 'write the key of the issue into it, and save it.',
    text: (problem) => writeFields({ lines, problem }, [{ name: 'key' }]),
    accept: (saved) => {
      const parsed = IssueKey.safeParse(readFields(saved, ['key'])['key'] ?? '');
      return parsed.success ? Promise.resolve(parsed.data.toUpperCase()) : Promise.reject(invalidParams('key', 'This is not the key of an issue, which looks like `ABC-1`.'));
    },
    done: (key) => `# ${key}. You can close this file.\n`,
  });
}
