import type { CodeLens } from 'vscode-languageserver/node';
import { namesOf } from '../documents/document-references.ts';
import { issueCommands } from './actions/issue-actions.ts';
import type { Feature } from './feature.ts';

/**
 * `textDocument/codeLens`: the status of the first issue in each line, above it; off unless the user sets it, since most
 * editors show the status beside the key (inlay hints). What is not known is looked up, and there the next time.
 */
export const codeLenses: Feature<'textDocument/codeLens'> = async ({ textDocument: { uri } }, { documents, workbench }, signal) => {
  const { references, lookup, settings } = workbench;
  const document = documents.get(uri);
  if (document === undefined || !settings.current.codeLenses.enabled) return [];
  await references.ready(signal);
  const found = [...references.within(document)];
  lookup.want(namesOf(found));
  const lines = new Set<number>();
  return found.flatMap((reference): CodeLens[] => {
    const { key, line, range, servers } = reference;
    if (lines.has(line)) return [];
    lines.add(line);
    const [server, ...others] = servers;
    const known = server === undefined || others.length > 0 ? undefined : lookup.known({ provider: server.provider, key });
    const [command] = issueCommands(reference, known, undefined);
    const { issue } = known ?? {};
    const title = issue === undefined ? key : [issue.key, issue.status.name, issue.assignee?.displayName ?? 'Nobody'].join(' · ');
    return command === undefined ? [] : [{ range, command: { ...command, title } }];
  });
};
