/** What is to be remarked of the message of a commit. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { MessageLine } from '../../../core/commit/commit-message.ts';
import { argumentProblem, findSmartCommands, isTransition, type SmartCommand, transitionProblem } from '../../../core/commit/smart-commits.ts';
import { JiraError } from '../../../core/errors.ts';
import { browseUrl } from '../../../core/issues/markdown.ts';
import type { PlacedReference } from '../../../core/references/reference-index.ts';
import { namesOf } from '../../documents/document-references.ts';
import type { ReferenceTools } from '../../documents/reference-tools.ts';
import type { Finding } from './finding.ts';
import { issueFindings } from './issue-findings.ts';

/** The findings in a message. What Jira does not tell just now is not remarked. */
export async function commitFindings(document: TextDocument, tools: ReferenceTools): Promise<Finding[]> {
  const message = tools.references.messageOf(document);
  if (message === undefined) return [];
  const lines = new Set(message.lines.map(({ line }) => line));
  const inMessage = [...tools.references.placedIn(document)].filter(({ line }) => lines.has(line));
  return [
    ...inMessage.flatMap((reference) => issueFindings(reference, tools.lookup)),
    ...(await branchFindings(document, inMessage, tools)),
    ...(await Promise.all(message.lines.map((line) => smartCommitFindings(line, inMessage, tools)))).flat(),
  ];
}

/** A message that names issues, and none of those that the branch is for. */
async function branchFindings(document: TextDocument, inMessage: readonly PlacedReference[], { branches, lookup }: ReferenceTools): Promise<Finding[]> {
  const ofBranch = await branches.issuesOf(document);
  lookup.want(namesOf(ofBranch)); // It is proposed first.
  const [first] = inMessage;
  const [branch] = ofBranch;
  if (first === undefined) return [];
  const keys = new Set(inMessage.flatMap(({ key, servers }) => [key, ...servers.flatMap(({ provider }) => lookup.known({ provider, key })?.issue?.key.toUpperCase() ?? [])]));
  if (branch === undefined || ofBranch.some(({ key }) => keys.has(key))) return [];
  const { line, start, end, key } = first;
  const server = branch.servers[0]!;
  return [{ name: 'branchMismatch', line, start, end, message: `The branch is for ${branch.key}, and not for ${key}.`, url: browseUrl(server.baseUrl, branch.key), data: { key, replacement: branch.key } }];
}

async function smartCommitFindings({ line, text }: MessageLine, inMessage: readonly PlacedReference[], tools: ReferenceTools): Promise<Finding[]> {
  const references = inMessage.filter((each) => each.line === line);
  const [first] = references;
  if (first === undefined) return [];
  const findings = await Promise.all(
    findSmartCommands(text, first.end).map(async (command) => {
      const before = references.filter(({ end }) => end <= command.start);
      const message = isTransition(command) ? await unknownTransition(command, before, tools) : argumentProblem(command);
      return message === undefined ? [] : [{ name: 'smartCommit', line, start: command.start, end: command.end, message, data: { key: before.at(-1)!.key } } as const];
    }),
  );
  return findings.flat();
}

async function unknownTransition(command: SmartCommand, references: readonly PlacedReference[], { transitions }: ReferenceTools): Promise<string | undefined> {
  for (const { key, servers } of references) {
    const [server, ...others] = servers;
    if (server === undefined || others.length > 0) continue;
    try {
      const problem = transitionProblem(command, key, await transitions.of({ provider: server.provider, key }));
      if (problem !== undefined) return problem;
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
    }
  }
  return undefined;
}
