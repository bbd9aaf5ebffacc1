import { setTimeout as pause } from 'node:timers/promises';
import { SymbolKind, type SymbolInformation } from 'vscode-languageserver/node';
import type { Issue } from '../../../protocol/issues.ts';
import { JiraError } from '../../core/errors.ts';
import { accessTo } from '../../core/issues/access.ts';
import { findPages } from '../../core/issues/find-pages.ts';
import { isOutOfReach } from '../../core/providers/connections.ts';
import { plainLine } from '../../core/text/plain-text.ts';
import type { Feature, FeatureContext } from './feature.ts';

/** Milliseconds before Jira is asked: whoever types on calls the search off. */
const typingTime = 150;

/** As many as anybody looks through; each may be a file. */
const most = 20;

/**
 * `workspace/symbol`: issues by words or key; without either, those that the user looked at last. What was seen before
 * fills the list up, and is all of it while Jira is out of reach. A symbol must have a place: the document that an
 * editor asks the agent for, or a file with the page of the issue.
 */
export const workspaceSymbols: Feature<'workspace/symbol'> = async ({ query }, context, signal) => {
  const { core, workbench } = context;
  if (query.trim() !== '' && !/[\p{L}\p{N}]/u.test(query)) return [];
  await pause(typingTime, undefined, { signal });
  const providers = (await core.store.list()).filter(({ state }) => state === 'connected');
  if (providers.length === 0) {
    if (query.trim() !== '') workbench.signInOffer.make();
    return [];
  }
  const answers = await Promise.allSettled(providers.map(({ id }) => search(id, query, context, signal)));
  signal.throwIfAborted();
  const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
  if (refusals.length === answers.length) throw refusals[0];
  for (const refusal of refusals) core.log.warn(refusal instanceof JiraError ? refusal.message : String(refusal));
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
};

async function search(provider: string, query: string, { core, editor, workbench }: FeatureContext, signal: AbortSignal): Promise<SymbolInformation[]> {
  const withPages = !editor.capabilities.textDocumentContent;
  const seen = core.cache.search(provider, query, most).map(({ issue }) => issue);
  const found = await findPages(core, await accessTo(core, { provider }, signal), { words: query, limit: most, withPages }, signal).catch((error: unknown) => {
    if (seen.length === 0 || !(error instanceof JiraError) || !isOutOfReach(error.kind)) throw error;
    return [];
  });
  const more = seen.filter(({ id }) => !found.some(({ issue }) => issue.id === id)).slice(0, most - found.length);
  return Promise.all([
    ...found.map(async ({ issue, content }) => symbolOf(issue, await workbench.pages.place(issue, content))),
    ...more.map(async (issue) => symbolOf(issue, await workbench.pages.placeOfSeen(issue))),
  ]);
}

function symbolOf({ key, summary, status, type, assignee }: Issue, uri: string): SymbolInformation {
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return {
    name: plainLine(`${key} ${summary}`, 200),
    kind: SymbolKind.File,
    containerName: [status.name, type.name, assignee?.displayName ?? 'Nobody'].join(' · '),
    location: { uri, range: nowhere },
  };
}
