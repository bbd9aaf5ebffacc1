/** `textDocument/completion`: keys of issues by key or by words, and the commands of smart commits. */
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { placeInCode } from '../../core/references/code-places.ts';
import type { Servers, Server } from '../../core/references/servers.ts';
import type { Typed } from '../../core/references/suggestions.ts';
import { typedKey, typedSearch, typedWord, type TypedAt } from '../../core/references/typed.ts';
import { lineOf } from '../documents/documents.ts';
import { holdsSecrets, isCommitMessage, isMarkdown, isProse } from '../documents/languages.ts';
import { inTime } from '../in-time.ts';
import { branchItem } from './completion/branch-item.ts';
import type { InsertionPlace } from './completion/insertion.ts';
import { issueItem } from './completion/issue-items.ts';
import { smartCommitItems } from './completion/smart-commit-items.ts';
import type { Feature, FeatureContext } from './feature.ts';

/** Milliseconds without another request after which typing counts as paused. */
const typingPause = 250;
/** Milliseconds that a request waits for the servers where nothing fitting was seen. */
const patience = 4000;
/** Servers that are asked; somebody with more names the project. */
const mostServers = 4;

/**
 * Proposes what was seen at once, and lets the servers be asked when typing pauses. The list is never whole: with each
 * letter the editor asks again, and gets what the servers have answered by then.
 */
export const completion: Feature<'textDocument/completion'> = async (params, context, signal) => {
  const { documents, workbench } = context;
  const { references, projects, settings } = workbench;
  const document = documents.get(params.textDocument.uri);
  if (document === undefined || holdsSecrets(document) || !settings.current.completion.enabled) return null;
  await references.ready(signal);
  if (projects.servers.isEmpty) return null;
  const position = documents.fromEditor(document, params.position);
  const before = lineOf(document, position.line).slice(0, position.character);
  const isCommit = isCommitMessage(document);
  if (isCommit && !references.messageOf(document)?.lines.some(({ line }) => line === position.line)) return null;

  const smart = isCommit ? await smartCommitItems(document, position, before, context) : undefined;
  if (smart !== undefined) return { isIncomplete: false, items: smart };
  const found = whatIsTyped(document, position, before, context);
  const items = found === undefined ? [] : await issueItems(document, position, before, found, context, signal);
  const branch = isCommit ? await branchItem(document, position, before, found, context) : undefined;
  if (branch !== undefined) items.unshift(branch);
  return found === undefined && branch === undefined ? null : ({ isIncomplete: true, items: withoutTwins(items) } satisfies CompletionList);
};

interface Found extends TypedAt {
  readonly place: InsertionPlace;
}

/** What the cursor is behind, where issues may be proposed: in code it takes more than in text, and a comment or a string. */
function whatIsTyped(document: TextDocument, { line }: Position, before: string, { workbench: { projects, settings } }: FeatureContext): Found | undefined {
  const { servers } = projects;
  if (isProse(document) || isCommitMessage(document)) {
    if (isCommitMessage(document) && before.trim() === '') return { typed: { kind: 'nothing' }, start: before.length, place: 'text' };
    const typed = typedKey(before, servers) ?? typedSearch(before) ?? (settings.current.completion.words ? typedWord(before, servers) : undefined);
    return typed && { ...typed, place: isMarkdown(document) ? 'markdown' : 'text' };
  }
  const typed = typedKey(before, servers) ?? typedSearch(before);
  if (typed === undefined) return undefined;
  const place = placeInCode({ count: document.lineCount, at: (number) => lineOf(document, number) }, line, typed.start, document.languageId);
  return place === 'code' ? undefined : { ...typed, place };
}

async function issueItems(document: TextDocument, { line, character }: Position, before: string, found: Found, context: FeatureContext, signal: AbortSignal): Promise<CompletionItem[]> {
  const { core, documents, editor, workbench } = context;
  const { suggestions, projects, settings } = workbench;
  const servers = serversFor(found.typed, projects.servers).slice(0, mostServers);
  const seen = suggestions.atOnce(found.typed, servers);
  if (!suggestions.isAnswered(found.typed, servers)) {
    const asked = workbench.pauses.after(document.uri, typingPause).then((isPaused) => (isPaused ? suggestions.ask(found.typed, servers) : undefined));
    if (seen.length === 0) await inTime(asked, core.clock, patience, signal);
    else asked.catch(() => undefined);
  }
  const options = {
    range: documents.toEditor(document, line, found.start, character),
    typed: before.slice(found.start),
    insert: settings.current.completion.insert,
    place: found.place,
    format: editor.capabilities.completionFormat,
    namesServers: projects.servers.all.length > 1,
  };
  return suggestions.atOnce(found.typed, servers).map(({ issue }, order) => {
    const server = projects.servers.all.find(({ provider }) => provider === issue.provider);
    return issueItem(issue, order + 1, server?.name ?? '', options);
  });
}

function serversFor(typed: Typed, servers: Servers): readonly Server[] {
  return typed.kind === 'key' ? servers.having(typed.project) : servers.all;
}

/** The same text for the same issue is proposed once: that of the branch comes first. */
function withoutTwins(items: readonly CompletionItem[]): CompletionItem[] {
  return [...new Map(items.toReversed().map((item) => [item.label, item])).values()].toReversed();
}
