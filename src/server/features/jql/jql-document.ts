/** Documents that hold a query in JQL. */
import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Core } from '../../../core/core.ts';
import { type Access, accessTo } from '../../../core/issues/access.ts';
import { parse } from '../../../core/jql/parser.ts';
import { comparisons, operands } from '../../../core/jql/syntax.ts';
import type { Span } from '../../../core/jql/tokens.ts';
import type { ProviderRecord } from '../../../core/providers/records.ts';
import type { Documents } from '../../documents/documents.ts';

/** Which documents are, for editors that are told by a pattern. */
export const jqlSelector = [{ language: 'jql' }, { pattern: '**/*.jql' }];

/** Whether a document holds a query. */
export function isJql({ languageId, uri }: TextDocument): boolean {
  return languageId.toLowerCase() === 'jql' || /\.jql$/i.test(uri);
}

/**
 * The Jira that a query is for: the only one; of several, the one that was seen to have most of the projects that the
 * query names, else the first that is signed in.
 *
 * @returns `undefined` where there is none
 */
export async function accessForQuery(core: Core, jql: string, signal: AbortSignal): Promise<Access | undefined> {
  const providers = await core.store.list();
  const chosen = providers.length < 2 ? providers[0] : likeliest(core, providers, projectsOf(jql));
  return chosen === undefined ? undefined : accessTo(core, { provider: chosen.id }, signal);
}

/** A part of a document, as the editor counts. */
export function editorRange(documents: Documents, document: TextDocument, { start, end }: Span): Range {
  const place = (offset: number): Position => {
    const { line, character } = document.positionAt(offset);
    return documents.toEditor(document, line, character, character).start;
  };
  return { start: place(start), end: place(end) };
}

/** A place in a document, in UTF-16 code units. */
export function offsetOf(documents: Documents, document: TextDocument, position: Position): number {
  return document.offsetAt(documents.fromEditor(document, position));
}

function projectsOf(jql: string): string[] {
  const named = comparisons(parse(jql).where).filter(({ field }) => field.name.toLowerCase() === 'project');
  return named.flatMap(operands).flatMap((operand) => (operand.kind === 'value' ? [operand.token.text.toUpperCase()] : []));
}

function likeliest({ memory }: Core, providers: readonly ProviderRecord[], projects: readonly string[]): ProviderRecord | undefined {
  const known = ({ id }: ProviderRecord) => projects.filter((project) => memory.projects.knows(id, project)).length;
  return providers.toSorted((left, right) => known(right) - known(left) || Number(right.state === 'connected') - Number(left.state === 'connected'))[0];
}
