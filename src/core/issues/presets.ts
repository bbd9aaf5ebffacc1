/**
 * Queries that are there from the start. What is done is told by the category of a status, whose English names Jira
 * takes in every language, and who asks by `currentUser()`: they work in every language and workflow.
 */
import type { Preset, PresetId } from '../../../protocol/presets.ts';
import { presetIds } from '../../../protocol/presets.ts';
import { invalidParams } from '../errors.ts';
import { written } from '../jql/words.ts';

const open = 'statusCategory != Done';

const definitions: Readonly<Record<PresetId, { readonly title: string; readonly where: string; readonly orderBy: string }>> = {
  assignedToMe: { title: 'My open issues', where: `assignee = currentUser() AND ${open}`, orderBy: 'updated DESC' },
  currentSprint: { title: 'Current sprint', where: 'sprint in openSprints()', orderBy: 'updated DESC' },
  dueSoon: { title: 'Due soon', where: `assignee = currentUser() AND ${open} AND due <= 7d`, orderBy: 'due' },
  reportedByMe: { title: 'Reported by me', where: `reporter = currentUser() AND ${open}`, orderBy: 'updated DESC' },
  watchedByMe: { title: 'Watched', where: `watcher = currentUser() AND ${open}`, orderBy: 'updated DESC' },
  recentlyViewed: { title: 'Recently viewed', where: 'issuekey in issueHistory()', orderBy: 'lastViewed DESC' },
  recentlyUpdated: { title: 'Recently updated', where: 'updated >= -7d', orderBy: 'updated DESC' },
  recentlyCreated: { title: 'Recently created', where: 'created >= -7d', orderBy: 'created DESC' },
  recentlyDone: { title: 'Recently done', where: 'statusCategory = Done AND updated >= -7d', orderBy: 'updated DESC' },
  unassigned: { title: 'Unassigned', where: `assignee is EMPTY AND ${open}`, orderBy: 'created DESC' },
  openInProject: { title: 'Open in a project', where: open, orderBy: 'updated DESC' },
};

/**
 * The query of a preset.
 *
 * @param project to which it is narrowed down
 * @param sprintField what the field of sprints is called in queries
 * @throws {JiraError} invalidParams where a project is missing
 */
export function presetJql(id: PresetId, project: string | undefined, sprintField = 'sprint'): string {
  const { where, orderBy } = definitions[id];
  if (id === 'openInProject' && project === undefined) throw invalidParams('project', 'Say by `project` in which project.');
  const meant = where.replace(/^sprint /, `${sprintField} `);
  return `${project === undefined ? '' : `project = ${written(project)} AND `}${meant} ORDER BY ${orderBy}`;
}

/** The presets that a Jira can answer. @param sprintField absent where it has no Jira Software */
export function listPresets(project: string | undefined, sprintField: string | undefined): Preset[] {
  const able = presetIds.filter((id) => (id !== 'currentSprint' || sprintField !== undefined) && (id !== 'openInProject' || project !== undefined));
  return able.map((id) => ({ id, title: titleOf(id, project), jql: presetJql(id, project, sprintField) }));
}

function titleOf(id: PresetId, project: string | undefined): string {
  if (project === undefined) return definitions[id].title;
  return id === 'openInProject' ? `Open in ${project}` : `${definitions[id].title} in ${project}`;
}
