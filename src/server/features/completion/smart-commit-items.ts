/** The commands of smart commits behind the key of an issue. */
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { commandOf, smartCommands } from '../../../core/commit/smart-commits.ts';
import { JiraError } from '../../../core/errors.ts';
import type { FeatureContext } from '../feature.ts';

/** @returns `undefined` where no command is typed, or no key is before it */
export async function smartCommitItems(document: TextDocument, { line, character }: Position, before: string, { documents, workbench }: FeatureContext): Promise<CompletionItem[] | undefined> {
  const start = /(?<=^|\s)#(?:\p{L}[\p{L}\p{M}\p{N}_-]*)?$/u.exec(before)?.index;
  if (start === undefined) return undefined;
  const range = documents.toEditor(document, line, start, character);
  const keys = [...workbench.references.within(document, range)].filter(({ end, line: place }) => place === line && end <= start);
  const reference = keys.at(-1);
  if (reference === undefined) return undefined;
  const item = (name: string, order: number, kind: CompletionItemKind, detail: string): CompletionItem => ({
    label: `#${name}`,
    kind,
    detail,
    sortText: String(order).padStart(4, '0'),
    filterText: `#${name}`,
    textEdit: { range, newText: `#${name}` },
  });
  const own = Object.entries(smartCommands).map(([name, help], order) => item(name, order, CompletionItemKind.Keyword, help.replaceAll('`', '')));
  const names = reference.servers.map(({ provider }) => ({ provider, key: reference.key }));
  const transitions = (await Promise.all(names.map((name) => workbench.transitions.of(name).catch(nothing)))).flat();
  const moves = new Map(transitions.map((transition) => [commandOf(transition), transition]));
  return [...own, ...[...moves].map(([name, { to }], order) => item(name, order + own.length, CompletionItemKind.Event, `Moves ${reference.key} to ${to.name}`))];
}

function nothing(error: unknown): [] {
  if (error instanceof JiraError) return [];
  throw error;
}
