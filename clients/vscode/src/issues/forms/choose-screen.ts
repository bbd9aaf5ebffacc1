/** Lets the user choose where a new issue goes. */
import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { IssueType } from '../../../../../protocol/issue-creation.ts';
import type { Project } from '../../../../../protocol/metadata.ts';
import type { Agent } from '../../agent.ts';
import { plainLabel } from '../search/plain-label.ts';

/** The key of a project; those that the user looked at last come first. */
export async function chooseProject(agent: Agent, provider: string): Promise<string | undefined> {
  const reading = Promise.all([agent.request('jira/projects', { provider, recent: 5 }), agent.request('jira/projects', { provider })]).then(([recent, all]) => {
    const known = new Set(recent.projects.map(({ key }) => key));
    const rest = all.projects.filter(({ key }) => !known.has(key));
    return [...part(l10n.t('looked at last'), recent.projects), ...part(l10n.t('all projects'), rest)];
  });
  const chosen = await window.showQuickPick<QuickPickItem & { project?: string }>(reading, { title: l10n.t('New Issue: In Which Project?'), matchOnDescription: true });
  return chosen?.project;
}

/** A type of issue; sub-tasks come last. */
export async function chooseType(agent: Agent, provider: string, project: string): Promise<IssueType | undefined> {
  const { issueTypes } = await agent.request('jira/issueTypes', { provider, project });
  if (issueTypes.length === 0) throw new Error(l10n.t('You may create no issue in {0}.', project));
  const sorted = issueTypes.toSorted((one, other) => Number(one.subtask) - Number(other.subtask));
  const chosen = await window.showQuickPick(
    sorted.map((type) => ({ label: plainLabel(type.name), description: plainLabel(type.description ?? ''), type })),
    { title: l10n.t('New Issue in {0}: What Is It?', project) },
  );
  return chosen?.type;
}

function part(title: string, projects: readonly Project[]): (QuickPickItem & { project?: string })[] {
  const there = projects.filter(({ archived }) => !archived);
  if (there.length === 0) return [];
  return [{ label: title, kind: QuickPickItemKind.Separator }, ...there.map(({ key, name }) => ({ label: key, description: plainLabel(name), project: key }))];
}
