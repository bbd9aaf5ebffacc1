/** The issue of the branch, first among what is proposed in the message of a commit. */
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TypedAt } from '../../../core/references/typed.ts';
import type { FeatureContext } from '../feature.ts';
import { issueItem } from './issue-items.ts';

/** @param found what is typed; the issue is proposed where nothing is, or the beginning of it */
export async function branchItem(document: TextDocument, { line, character }: Position, before: string, found: TypedAt | undefined, context: FeatureContext): Promise<CompletionItem | undefined> {
  const { documents, editor, workbench } = context;
  const { branches, lookup, projects, settings } = workbench;
  const [reference] = await branches.issuesOf(document);
  const server = reference?.servers[0];
  if (reference === undefined || server === undefined) return undefined;
  const { key } = reference;
  const issue = lookup.known({ provider: server.provider, key })?.issue;
  const start = found?.start ?? /\S*$/.exec(before)!.index;
  const typed = before.slice(start);
  const wanted = typed.replace(/^#/, '').toLowerCase();
  const words = `${key} ${issue?.summary ?? ''}`.toLowerCase().split(/[^\p{L}\p{M}\p{N}_-]+/u);
  if (!words.some((word) => word.startsWith(wanted))) return undefined;
  const range = documents.toEditor(document, line, start, character);
  const preselect = editor.capabilities.completionPreselect ? { preselect: true } : {};
  if (issue === undefined) {
    lookup.want([{ provider: server.provider, key }]);
    const item = { label: key, kind: CompletionItemKind.Reference, detail: 'The issue of this branch', sortText: '0000', filterText: `${typed}${key}` };
    return { ...item, textEdit: { range, newText: key }, ...preselect };
  }
  const options = { range, typed, insert: settings.current.completion.insert, place: 'text', format: editor.capabilities.completionFormat, namesServers: projects.servers.all.length > 1 } as const;
  return { ...issueItem(issue, 0, server.name, options), ...preselect };
}
