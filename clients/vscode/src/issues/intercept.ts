/**
 * The agent's commands where VS Code has a better place to ask than a message with five buttons: those that code
 * actions, hovers and lenses run. What they are told is handed on; what they are not told, the views and pages ask.
 */
import type { CommandName } from '../../../../protocol/methods.ts';
import type { Actions } from './actions.ts';
import type { CreateWish } from './forms/create-wish.ts';
import { placeOf } from './issue-place.ts';
import type { IssueWork } from './issue-work.ts';

/** What takes the place of a command of the agent; `undefined` leaves it to the agent. */
export type Intercept = (command: string, args: unknown) => Promise<unknown> | undefined;

/** What the commands are done with. */
export interface InterceptOptions {
  readonly actions: Actions;
  readonly startWork: (wish: Record<string, unknown>) => Promise<unknown>;
  readonly create: (wish: CreateWish) => Promise<void>;
  readonly search: (wish: { readonly provider?: string; readonly jql?: string }) => Promise<void>;
}

/** Takes the commands that are not told everything. */
export function intercept({ actions, startWork, create, search }: InterceptOptions): Intercept {
  return (command, args) => {
    const given = (typeof args === 'string' ? { key: args } : (args ?? {})) as Record<string, unknown>;
    switch (command as CommandName) {
      case 'jira.showIssue':
        return actions.show(given);
      case 'jira.transition':
        return given['transition'] === undefined ? actions.transition(given) : undefined;
      case 'jira.comment':
        return given['body'] === undefined ? actions.comment(given) : undefined;
      case 'jira.logWork':
        return given['timeSpent'] === undefined ? actions.logWork(given) : undefined;
      case 'jira.startWork':
        return startWork(given);
      case 'jira.createIssue':
        return create(given as CreateWish);
      case 'jira.searchIssues':
        return search(given);
      default:
        return undefined;
    }
  };
}

/** Tells the views what a command of the agent has changed. */
export function noteResult(work: IssueWork, args: unknown, result: unknown): void {
  const { issue } = (result ?? {}) as { issue?: Parameters<IssueWork['changed']>[1] };
  const place = placeOf(issue) ?? placeOf(args);
  if (place !== undefined && result !== null) work.changed(place, issue);
}
