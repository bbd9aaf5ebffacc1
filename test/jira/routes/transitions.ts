import { resolutions, transitions, type Transition } from '../data/catalogue.ts';
import type { User } from '../data/users.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { empty, json, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { transitionShapes } from '../shapes/catalogue.ts';
import { changeIssue } from '../writes/change.ts';
import { readFields } from '../writes/input.ts';
import { readJsonObject } from './body.ts';
import { addComment } from './comments.ts';
import { visibleIssue, writer } from './visible.ts';

/** The transitions of an issue. */
export const transitionRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/issue/:issue/transitions', access: 'site', handle: list },
  { method: 'POST', pattern: '/rest/api/2/issue/:issue/transitions', access: 'user', handle: perform },
];

function list(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const issue = visibleIssue(exchange, idOrKey);
  const { site, identity } = exchange;
  const withFields = (exchange.parameter('expand') ?? '').split(',').includes('transitions.fields');
  const wanted = exchange.parameter('transitionId');
  const all = identity.user === undefined || identity.user.readOnly ? [] : transitionShapes(site, issue, withFields);
  return json(200, { expand: 'transitions', transitions: all.filter(({ id }) => wanted === undefined || id === wanted) });
}

function perform(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const { site } = exchange;
  const issue = visibleIssue(exchange, idOrKey);
  const body = readJsonObject(exchange) as { transition?: { id?: unknown }; fields?: Record<string, unknown>; update?: Update };
  const id = body.transition?.id;
  if (id === undefined) throw jiraError(400, ["Missing 'transition' identifier"]);
  const transition = transitions.find((one) => one.id === String(id));
  if (transition === undefined) throw jiraError(400, [`Transition id '${String(id)}' is not valid for this issue.`]);
  const user = writer(exchange, invalidOperation(transition.name, issue.key), 400);
  if (transition.from !== undefined && transition.from !== issue.status) {
    throw jiraError(400, [invalidOperation(transition.name, issue.key)]);
  }
  const input = readFields(body.fields ?? {}, { site, user, project: issue.project, issue });
  const given = input.changes.resolution;
  for (const name of Object.keys(body.fields ?? {})) {
    if (name === 'resolution' && transition.needsResolution) continue;
    input.errors[name] ??= `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
  }
  if (transition.needsResolution && given === undefined) input.errors['resolution'] ??= 'Resolution is required.';
  if (Object.keys(input.errors).length > 0) throw jiraError(400, [], input.errors);
  const done = transition.to.category.key === 'done';
  changeIssue(
    site,
    issue,
    {
      status: transition.to,
      resolution: done ? (given ?? resolutions[0]) : undefined,
      resolved: done ? site.now() : undefined,
    },
    user,
  );
  addComments(exchange, issue.id, user, transition, body.update);
  return empty();
}

interface Update {
  readonly comment?: readonly { readonly add?: Record<string, unknown> }[];
}

/** A screen without a field for comments drops them, and says nothing (measured on 8.20.11). */
function addComments({ site }: Exchange, id: number, user: User, { hasComment = false }: Transition, update: Update = {}): void {
  if (!hasComment) return;
  for (const { add } of update.comment ?? []) {
    const issue = site.issues.find(id);
    if (add !== undefined && issue !== undefined) addComment(site, issue, user, add);
  }
}

function invalidOperation(name: string, key: string): string {
  return (
    `It seems that you have tried to perform a workflow operation (${name}) that is not valid for the current state ` +
    `of this issue (${key}). The likely cause is that somebody has changed the issue recently, please look at the issue ` +
    'history for details.'
  );
}
