import { setTimeout as pause } from 'node:timers/promises';
import { SymbolKind, type SymbolInformation } from 'vscode-languageserver/node';
import { JiraError } from '../../core/errors.ts';
import { accessTo } from '../../core/issues/access.ts';
import { findPages, type FoundIssue } from '../../core/issues/find-pages.ts';
import { plainLine } from '../../core/text/plain-text.ts';
import type { Feature, FeatureContext } from './feature.ts';

/** Milliseconds before Jira is asked: whoever types on calls the search off. */
const typingTime = 150;

/** As many as anybody looks through; each may be a file. */
const most = 20;

/**
 * `workspace/symbol`: issues by words or key; without either, those that the user looked at last. A symbol must have a
 * place: the document that an editor asks the agent for, or a file with the page of the issue.
 */
export const workspaceSymbols: Feature<'workspace/symbol'> = async ({ query }, context, signal) => {
  const { core, workbench } = context;
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
  const found = await findPages(core, await accessTo(core, { provider }, signal), { words: query, limit: most, withPages }, signal);
  return Promise.all(found.map(async (each) => symbolOf(each, await workbench.pages.place(each.issue, each.content))));
}

function symbolOf({ issue }: FoundIssue, uri: string): SymbolInformation {
  const { key, summary, status, type, assignee } = issue;
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return {
    name: plainLine(`${key} ${summary}`, 200),
    kind: SymbolKind.File,
    containerName: [status.name, type.name, assignee?.displayName ?? 'Nobody'].join(' · '),
    location: { uri, range: nowhere },
  };
}
