/** `textDocument/hover`: what is known of the issue at a position. */
import type { Core } from '../../core/core.ts';
import { JiraError } from '../../core/errors.ts';
import { browseUrl } from '../../core/issues/markdown.ts';
import type { Document } from '../../core/markup/document.ts';
import { writeMarkdown } from '../../core/markup/markdown/write-document.ts';
import { writePlainDocument } from '../../core/markup/plain-document.ts';
import { issueCard, missingCard } from '../../core/references/issue-card.ts';
import { hasKeyShape } from '../../core/references/key-shape.ts';
import type { IssueLookup, Known } from '../../core/references/issue-lookup.ts';
import type { Server, Servers } from '../../core/references/servers.ts';
import { lineOf } from '../documents/documents.ts';
import { inTime } from '../in-time.ts';
import { ago, minute } from '../moments.ts';
import type { Feature } from './feature.ts';
import { smartCommitHover } from './hover/smart-commit-hover.ts';

/** Milliseconds that a hover waits for an issue that is not known; the answer is there for the next one. */
const patience = 4000;

/**
 * Says what is known of the issue, at once. One that is not known is read; one that is known from some time ago is read
 * in the background, for the next time.
 */
export const hover: Feature<'textDocument/hover'> = async ({ textDocument: { uri }, position }, context, signal) => {
  const { core, documents, editor, workbench } = context;
  const { references, projects, lookup, settings } = workbench;
  const document = documents.get(uri);
  if (document === undefined || !settings.current.hover.enabled) return null;
  await references.ready(signal);
  const reference = references.at(document, position);
  if (reference === undefined) {
    const { line, character } = documents.fromEditor(document, position);
    // The first use: there is no Jira yet to ask for what looks like a key.
    if (projects.servers.isEmpty && hasKeyShape(lineOf(document, line), character)) workbench.signInOffer.make();
    return smartCommitHover(document, position, context);
  }
  const { key, servers, range } = reference;
  const kind = editor.capabilities.hoverFormat;
  const cards = await Promise.all(
    servers.map(async (server) => {
      const card = await cardOf(core, lookup, { server, key, isOneOfSeveral: servers.length > 1 }, signal);
      return kind === 'markdown' ? writeMarkdown(card, addressesOf(server, projects.servers)) : writePlainDocument(card);
    }),
  );
  // It asks nothing where Jira did not answer for other reasons than the credentials.
  if (servers.every(({ provider }) => lookup.known({ provider, key }) === undefined)) workbench.signInOffer.make();
  return { contents: { kind, value: cards.join('\n\n---\n\n') }, range };
};

/** Which issue on which server. */
interface Wanted {
  readonly server: Server;
  readonly key: string;
  readonly isOneOfSeveral: boolean;
}

async function cardOf(core: Core, lookup: IssueLookup, { server, key, isOneOfSeveral }: Wanted, signal: AbortSignal): Promise<Document> {
  const name = { provider: server.provider, key };
  const url = browseUrl(server.baseUrl, key);
  const seen = lookup.known(name);
  if (seen === undefined) {
    const failure = await readInTime(core, lookup, name, signal);
    if (failure !== undefined) return missingCard(key, url, failure);
  }
  const known = lookup.known(name);
  if (known === undefined) return missingCard(key, url, 'Jira did not say.');
  const { issue } = known;
  const description = issue === undefined ? undefined : lookup.description(issue);
  const isFresh = lookup.isFresh(known) && !core.connections.isUnreachable(server.provider);
  if (!isFresh || (issue !== undefined && description === undefined)) lookup.read(name).catch(() => undefined);
  return issueCard({ key, url, issue, description, asOf: isFresh ? undefined : sayWhen(core, known, server), server: isOneOfSeveral ? server.name : undefined });
}

/** @returns why it is not known, for people */
async function readInTime(core: Core, lookup: IssueLookup, name: { provider: string; key: string }, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { late } = await inTime(lookup.read(name), core.clock, patience, signal);
    return late ? 'Jira has not answered yet.' : undefined;
  } catch (error) {
    if (error instanceof JiraError) return error.message;
    throw error;
  }
}

function sayWhen({ clock, connections }: Core, { seenAt }: Known, { provider }: Server): string {
  const reach = connections.isUnreachable(provider) ? ' Jira cannot be reached now.' : '';
  return `As of ${minute(seenAt)}, ${ago(clock.now() - seenAt)}.${reach}`;
}

/** Keys in a description are links where there is such a project. */
function addressesOf(server: Server, servers: Servers): Parameters<typeof writeMarkdown>[1] {
  return {
    linkIssue: (key) => (servers.having(key.slice(0, key.lastIndexOf('-'))).includes(server) ? browseUrl(server.baseUrl, key) : undefined),
    attachmentUrl: () => undefined,
  };
}
