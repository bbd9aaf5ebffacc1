/** Providers that a repository names for all who work in it: the file, and the user's approval. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { exampleProvider } from './examples.ts';
import { requestMethods } from './methods.ts';
import { BaseUrl, Id, optional, withDefault } from './primitives.ts';
import { Provider } from './provider.ts';
import { AgeRecipient, SharedKey, TeamPassphrase } from './shared-keys.ts';

/** The name of the file, at the root of a workspace folder. */
export const workspaceFileName = '.jira.json';

/** How those who work in a repository are to get into a server. */
export const WorkspaceAuthentication = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('oauth1'),
      consumerKey: z.string().min(1).max(255).regex(/^\S+$/, 'has a space in it: Jira takes one word').describe('The consumer key of the application link.'),
      keys: z
        .array(SharedKey)
        .min(1)
        .max(5)
        .describe('The keys of the application link: one, or while it is changed the old one and the new one, in this order.'),
    }),
    z.strictObject({ type: z.literal('token') }),
    z.strictObject({ type: z.literal('basic') }),
  ])
  .meta({ id: 'WorkspaceAuthentication', description: 'The way in that is recommended.' });

/** A server, as the file names it. */
export const WorkspaceServer = z
  .strictObject({
    name: z.string().trim().min(1).max(100).describe('For people.'),
    baseUrl: z
      .string()
      .max(2048)
      .regex(/^https?:\/\/[^/?#@\s\\]+(\/[^?#\s\\]*)?$/, 'is no address of Jira: it begins with https:// and holds no user name, query or fragment')
      .describe('The base URL of Jira, with its scheme and its context path.'),
    authentication: WorkspaceAuthentication,
  })
  .meta({ id: 'WorkspaceServer', description: 'A Jira server that a repository names.' });

/** The file `.jira.json`. */
export const WorkspaceFile = z
  .strictObject({
    $schema: z.string().max(2048).optional().describe('The JSON Schema of this file, for editors.'),
    version: z.literal(1).describe('The version of the format.'),
    servers: z.array(WorkspaceServer).min(1).max(20).describe('The servers that those who work in this repository use.'),
  })
  .meta({ id: 'WorkspaceFile', description: 'Jira servers for all who work in a repository: `.jira.json` at the root of a workspace folder. It holds no secret in the clear.' });

/** The user's word on a server that a repository names. */
export const trustWorkspaceProvider = defineRequest({
  method: requestMethods.trustWorkspaceProvider,
  summary: 'Notes whether the user approves the server of a provider that a file of the workspace names.',
  details:
    'Before that nothing is sent to the server, its name is not looked up, and requests to the provider are `notAuthorized`. ' +
    'The client shows `baseUrl` of the provider and asks the user; `host` is what the user approved by name. ' +
    'The approval is for this base URL alone, and holds in every workspace that names it. Refused, what was stored of the provider is forgotten.',
  params: z.object({
    provider: Id,
    host: z.string().min(1).max(300).describe('The host of `baseUrl` as the user saw it, with the port where there is one.'),
    trusted: withDefault(z.boolean(), true).describe('Whether the user approves the server.'),
  }),
  result: z.object({ provider: Provider }),
  errors: ['unknownProvider', 'unsupported'],
  example: {
    params: { provider: 'jira-example-com-jira-5d0f2a77c1', host: 'jira.example.com' },
    result: {
      provider: { ...exampleProvider, id: 'jira-example-com-jira-5d0f2a77c1', origin: 'workspace', approval: 'approved', source: '/home/mia/shop/.jira.json', locked: true },
    },
  },
});

const exampleAge = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCg==\n-----END AGE ENCRYPTED FILE-----\n';

/** Makes the text of the file. */
export const workspaceFile = defineRequest({
  method: requestMethods.workspaceFile,
  summary: 'Makes the text of a file that names providers of the user for all who work in a repository, with the keys of application links encrypted for the team.',
  details:
    'The file is called `.jira.json`; it goes to the root of the repository and is committed. Nothing of the user is in it: no token, no name. ' +
    'With a passphrase, those who work in the repository type it once; with recipients, whoever has one of their identities types nothing.',
  params: z.object({
    providers: z.array(Id).min(1).max(20).describe('Providers of the user, in the order of the file.'),
    passphrase: optional(TeamPassphrase),
    recipients: withDefault(z.array(AgeRecipient).max(100), []).describe('Who can open the keys; beside the passphrase, or instead of it.'),
    former: optional(z.string().max(1_000_000)).describe(
      'The text of the file that this one replaces: while the key of an application link is changed, the old key then stays beside the new one.',
    ),
    schema: optional(BaseUrl).describe('What to write as `$schema`.'),
  }),
  result: z.object({
    fileName: z.string().describe('The name of the file: `.jira.json`.'),
    text: z.string().describe('What the file is to hold.'),
  }),
  errors: ['unknownProvider', 'unsupported'],
  example: {
    params: { providers: [exampleProvider.id], passphrase: 'correct horse battery staple' },
    result: {
      fileName: workspaceFileName,
      text: JSON.stringify({
        version: 1,
        servers: [
          {
            name: exampleProvider.name,
            baseUrl: exampleProvider.baseUrl,
            authentication: {
              type: 'oauth1',
              consumerKey: exampleProvider.authentication.consumerKey,
              keys: [{ fingerprint: exampleProvider.authentication.keyFingerprint, privateKey: exampleAge, identity: exampleAge }],
            },
          },
        ],
      }),
    },
  },
});

export type WorkspaceFile = z.output<typeof WorkspaceFile>;
export type WorkspaceServer = z.output<typeof WorkspaceServer>;
