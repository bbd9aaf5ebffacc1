/**
 * The commands of `workspace/executeCommand`, for editors with no code for Jira: whatever an argument does not say, the
 * user is asked. Each takes one object, or nothing; or, typed by hand, the one value that it is about.
 */
import * as z from 'zod';
import { exampleConnectedProvider, exampleProvider } from './examples.ts';
import { comment, FieldValues, transition, watch, Warnings } from './issue-changes.ts';
import { IssueKey, IssueProvider } from './issue-detail.ts';
import { createIssue, Project } from './issue-creation.ts';
import { exampleComment, exampleIssue } from './issue-examples.ts';
import { startWork, logWork } from './issue-work.ts';
import { Issue } from './issues.ts';
import { doctor } from './doctor.ts';
import { type CommandName, commandNames } from './methods.ts';
import { Network } from './network.ts';
import { BaseUrl, Id, optional, Position, ProviderRef, withDefault } from './primitives.ts';
import { Authentication, Provider } from './provider.ts';

/** A command. */
export interface CommandDefinition<A extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly name: CommandName;
  /** For menus. */
  readonly title: string;
  /** One sentence: what it does. */
  readonly summary: string;
  /** What else its users must know, in Markdown. */
  readonly details?: string;
  /** The object that it takes; every member is optional, since the user can be asked. */
  readonly arguments: A;
  /** The member that a bare value stands for, where there is one. */
  readonly main?: string;
  /** What it answers; `null` where the user dismissed a question, or where the answer could not wait for the user. */
  readonly result: R;
  readonly example: { readonly arguments: unknown; readonly result: unknown };
}

/** What a command about an issue begins with. */
const issue = {
  provider: optional(IssueProvider),
  key: optional(IssueKey).describe('The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done.'),
};

/** What both ways of signing in take. */
const server = {
  baseUrl: optional(BaseUrl),
  name: optional(z.string().trim().min(1).max(200)).describe('For people; by default the title of the server.'),
  authentication: optional(Authentication).describe('The way in; where it is left out, the user chooses one and is led through it.'),
  network: optional(Network),
};

const signedIn = { result: z.object({ provider: Provider }).nullable() };
const exampleSignIn = { result: { provider: exampleConnectedProvider } };

const signIn = defineCommand({
  name: commandNames.signIn,
  title: 'Sign in',
  summary: 'Signs in to a Jira, and adds it where it is new.',
  details:
    'The user chooses a server and a way in. A token or a password is typed into a file that the editor opens, and that is emptied as soon as it is saved; OAuth opens the browser.',
  arguments: z.object({ provider: optional(Id).describe('The provider to sign in to again.'), ...server }),
  ...signedIn,
  example: { arguments: { provider: exampleProvider.id }, ...exampleSignIn },
});

const addServer = defineCommand({
  name: commandNames.addServer,
  title: 'Add a server',
  summary: 'Adds a Jira and signs in to it.',
  arguments: z.object(server),
  main: 'baseUrl',
  ...signedIn,
  example: { arguments: { baseUrl: exampleProvider.baseUrl }, ...exampleSignIn },
});

const signOut = defineCommand({
  name: commandNames.signOut,
  title: 'Sign out',
  summary: 'Forgets the credentials of a provider, and the provider itself where that is wanted.',
  arguments: z.object({
    provider: optional(Id).describe('The provider; where it is left out, the user chooses.'),
    remove: optional(z.boolean()).describe('Whether the provider is forgotten too; where it is left out together with `provider`, the user is asked.'),
  }),
  main: 'provider',
  result: z.object({ provider: Provider.optional().describe('As it is now; absent where it was removed.') }).nullable(),
  example: { arguments: { provider: exampleProvider.id }, result: { provider: exampleProvider } },
});

const openIssue = defineCommand({
  name: commandNames.openIssue,
  title: 'Open in the browser',
  summary: 'Opens the page of an issue in the browser.',
  arguments: z.object(issue),
  main: 'key',
  result: z.object({ url: z.string().describe('The page.') }).nullable(),
  example: { arguments: { key: exampleIssue.key }, result: { url: exampleIssue.url } },
});

const showIssue = defineCommand({
  name: commandNames.showIssue,
  title: 'Show',
  summary: 'Shows an issue as a Markdown document in the editor.',
  details:
    'Its URI is `jira:/PROVIDER/KEY.md` where the client has `workspace.textDocumentContent` (LSP 3.18), else that of a file which its owner alone can read. The file goes when the user signs out, and when it is old.',
  arguments: z.object(issue),
  main: 'key',
  result: z.object({ uri: z.string().describe('The document.') }).nullable(),
  example: { arguments: { key: exampleIssue.key }, result: { uri: `jira:/${exampleProvider.id}/${exampleIssue.key}.md` } },
});

const searchIssues = defineCommand({
  name: commandNames.searchIssues,
  title: 'Search issues',
  summary: 'Searches issues, lets the user choose one, and shows it.',
  arguments: z.object({
    provider: optional(ProviderRef),
    text: optional(z.string().trim().min(1).max(2000)).describe('A key, the address of an issue, or words; where neither this nor `jql` is given, the user chooses what to search for.'),
    jql: optional(z.string().max(100_000)).describe('A query in JQL.'),
  }),
  main: 'text',
  result: z.object({ issue: Issue.describe('The one that was chosen.') }).nullable(),
  example: { arguments: { text: 'related issues' }, result: { issue: exampleIssue } },
});

const move = defineCommand({
  name: commandNames.transition,
  title: 'Move',
  summary: 'Moves an issue to another status.',
  details: 'The user chooses among the transitions that are open, and is asked for the fields that the transition insists on, such as a resolution.',
  arguments: z.object({
    ...issue,
    transition: optional(z.string().trim().min(1).max(255)).describe('The id of the transition, or its name.'),
    fields: optional(FieldValues),
    comment: optional(z.string()).describe('Markdown.'),
  }),
  main: 'key',
  result: transition.result.nullable(),
  example: { arguments: { key: exampleIssue.key, transition: '51', fields: { resolution: '10000' } }, result: { issue: { ...exampleIssue, status: { name: 'Done', category: 'done' } } } },
});

const assignToMe = defineCommand({
  name: commandNames.assignToMe,
  title: 'Assign to me',
  summary: 'Assigns an issue to the user.',
  arguments: z.object(issue),
  main: 'key',
  result: z.object({ issue: Issue.describe('As it is now.'), warnings: Warnings }).nullable(),
  example: { arguments: { key: exampleIssue.key }, result: { issue: exampleIssue } },
});

const addComment = defineCommand({
  name: commandNames.comment,
  title: 'Comment',
  summary: 'Adds a comment to an issue.',
  arguments: z.object({ ...issue, body: optional(z.string()).describe('Markdown; where it is left out, the user writes it into a file that the editor opens.') }),
  main: 'key',
  result: comment.result.nullable(),
  example: { arguments: { key: exampleIssue.key, body: exampleComment.body }, result: { comment: exampleComment } },
});

const logTime = defineCommand({
  name: commandNames.logWork,
  title: 'Log work',
  summary: 'Logs time that was spent on an issue.',
  arguments: z.object({
    ...issue,
    timeSpent: optional(z.union([z.int(), z.string().max(100)])).describe('Seconds; or the time as people write it, for instance `1h 30m`.'),
    started: optional(z.string().max(100)).describe('When the work began, RFC 3339; now unless it is given.'),
    comment: optional(z.string()).describe('Markdown.'),
  }),
  main: 'key',
  result: logWork.result.nullable(),
  example: { arguments: { key: exampleIssue.key, timeSpent: '1h 30m' }, result: { id: '10500' } },
});

const beginWork = defineCommand({
  name: commandNames.startWork,
  title: 'Start work',
  summary: 'Assigns an issue to the user, moves it into progress, and names a branch for it.',
  arguments: z.object({
    ...issue,
    transition: optional(z.string().trim().min(1).max(255)).describe('The id or the name of the transition; by default the first one that leads into progress.'),
    branchTemplate: optional(z.string().trim().min(1).max(1000)).describe('The name of the branch; see `jira/startWork`.'),
  }),
  main: 'key',
  result: startWork.result.nullable(),
  example: { arguments: { key: exampleIssue.key }, result: startWork.example.result },
});

const watchIssue = defineCommand({
  name: commandNames.watch,
  title: 'Watch',
  summary: 'Watches an issue, or stops watching it.',
  arguments: z.object({ ...issue, watching: withDefault(z.boolean(), true).describe('Whether the user wants to hear of changes.') }),
  main: 'key',
  result: watch.result.nullable(),
  example: { arguments: { key: exampleIssue.key }, result: watch.example.result },
});

/** Where the key of a new issue goes. */
const Insertion = z
  .object({
    uri: z.string().max(10_000).describe('The document.'),
    version: optional(z.int()).describe('The version of the document that `position` is meant for.'),
    position: Position.describe('In characters of the negotiated position encoding.'),
    before: withDefault(z.string().max(100), ' ').describe('What is written before the key.'),
    after: withDefault(z.string().max(100), '').describe('What is written after it.'),
  })
  .meta({ id: 'Insertion', description: 'Where the key of a new issue is written into a document.' });

const newIssue = defineCommand({
  name: commandNames.createIssue,
  title: 'Create an issue',
  summary: 'Creates an issue, and writes its key into a document where that is wanted.',
  details: 'The user chooses project and type, and is asked for the fields that Jira insists on.',
  arguments: z.object({
    provider: optional(ProviderRef),
    project: optional(Project),
    type: optional(z.string().trim().min(1).max(255)).describe("The id of the type, or its name in the user's language."),
    summary: optional(z.string().trim().max(10_000)).describe('One line; a longer text is cut, and goes into the description whole.'),
    description: optional(z.string()).describe('Markdown.'),
    fields: optional(FieldValues),
    insert: optional(Insertion),
  }),
  main: 'summary',
  result: createIssue.result.extend({ inserted: z.boolean().describe('Whether its key was written into the document.') }).nullable(),
  example: { arguments: { project: 'ABC', type: 'Bug', summary: exampleIssue.summary }, result: { issue: exampleIssue, inserted: false } },
});

const refresh = defineCommand({
  name: commandNames.refresh,
  title: 'Refresh',
  summary: 'Asks Jira anew for what is shown.',
  arguments: z.object({}),
  result: z.null(),
  example: { arguments: {}, result: null },
});

const examine = defineCommand({
  name: commandNames.doctor,
  title: 'Doctor',
  summary: 'Examines the agent and its providers, and shows what works, what does not, and what to do about it.',
  arguments: z.object({ provider: optional(Id).describe('The provider to examine; by default every provider.') }),
  main: 'provider',
  result: doctor.result.nullable(),
  example: { arguments: {}, result: doctor.example.result },
});

/** Every command, in the order of the documents. */
export const commands = {
  [commandNames.signIn]: signIn,
  [commandNames.addServer]: addServer,
  [commandNames.signOut]: signOut,
  [commandNames.openIssue]: openIssue,
  [commandNames.showIssue]: showIssue,
  [commandNames.searchIssues]: searchIssues,
  [commandNames.transition]: move,
  [commandNames.assignToMe]: assignToMe,
  [commandNames.comment]: addComment,
  [commandNames.logWork]: logTime,
  [commandNames.startWork]: beginWork,
  [commandNames.watch]: watchIssue,
  [commandNames.createIssue]: newIssue,
  [commandNames.refresh]: refresh,
  [commandNames.doctor]: examine,
} as const;

/** Every command with its types. */
export type Commands = typeof commands;

/** The arguments of a command, as whoever runs it writes them. */
export type CommandArguments<N extends CommandName> = z.input<Commands[N]['arguments']>;

/** The answer of a command. */
export type CommandResult<N extends CommandName> = z.output<Commands[N]['result']>;

function defineCommand<A extends z.ZodType, R extends z.ZodType>(definition: CommandDefinition<A, R>): CommandDefinition<A, R> {
  return definition;
}

export type Insertion = z.output<typeof Insertion>;
