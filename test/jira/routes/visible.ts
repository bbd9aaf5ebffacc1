import type { Issue } from '../data/issue.ts';
import type { Project } from '../data/projects.ts';
import type { User } from '../data/users.ts';
import { jiraError, noSuchIssue } from '../errors.ts';
import type { Exchange } from '../exchange.ts';

/** An issue that the caller may see. @throws {Refusal} in the words of the version */
export function visibleIssue(exchange: Exchange, idOrKey: string | undefined): Issue {
  const { site, identity } = exchange;
  const issue = site.issues.find(idOrKey ?? '');
  if (issue === undefined) throw noSuchIssue();
  if (site.maySee(identity.user, issue.project)) return issue;
  if (!site.profile.version.startsWith('8.')) throw noSuchIssue();
  const message = 'You do not have the permission to see the specified issue.';
  throw identity.user === undefined ? jiraError(401, [message, 'Login Required']) : jiraError(403, [message]);
}

/** A project that the caller may see, by key or id. @throws {Refusal} 404 */
export function visibleProject({ site, identity }: Exchange, idOrKey: string | undefined): Project {
  const project = findProject(site.projects, idOrKey ?? '');
  if (project === undefined || !site.maySee(identity.user, project)) {
    throw jiraError(404, [`No project could be found with key '${idOrKey}'.`]);
  }
  return project;
}

/** A project by its id, or its key in any case; never by its name. */
export function findProject(projects: readonly Project[], idOrKey: string): Project | undefined {
  return projects.find(({ id, key }) => id === idOrKey || key === idOrKey.toUpperCase());
}

/** The caller, who may write. @throws {Refusal} 403 with the message given for users who may only look */
export function writer({ identity }: Exchange, message: string, status = 403): User {
  const user = identity.user as User;
  if (user.readOnly) throw jiraError(status, [message]);
  return user;
}
