/** Configure: the requests that make, list and remove providers. */
import * as z from 'zod';
import { defineNotification, defineRequest } from './definition.ts';
import { exampleConnectedProvider, exampleProvider } from './examples.ts';
import { notificationMethods, requestMethods } from './methods.ts';
import { Network } from './network.ts';
import { BaseUrl, Id, optional } from './primitives.ts';
import { Authentication, AuthenticationOption, Provider, ServerInfo } from './provider.ts';

/** Asks a server who it is and which ways in it has; it stores nothing and sends no credentials. */
export const probe = defineRequest({
  method: requestMethods.probe,
  summary: 'Asks a server who it is and which ways in it has.',
  details: 'Nothing is stored and no credentials are sent. It is what a client shows before `jira/configure`.',
  params: z.object({ baseUrl: BaseUrl, network: optional(Network) }),
  result: z.object({
    baseUrl: z.string().describe('The normalised base URL.'),
    server: ServerInfo,
    authentication: z.array(AuthenticationOption).describe('Every way in, the recommended one first.'),
    applicationLinksUrl: z.string().describe("The administrator's page of application links."),
    personalAccessTokensUrl: z.string().describe('The page where the user creates a personal access token.'),
    warnings: z.array(z.string()),
  }),
  errors: ['offline', 'timeout', 'certificate', 'proxy', 'notJira', 'loginPage', 'rateLimited', 'server'],
  example: {
    params: { baseUrl: 'jira.example.com/jira/browse/ABC-1' },
    result: {
      baseUrl: exampleProvider.baseUrl,
      server: exampleProvider.server,
      authentication: [
        { type: 'token', supported: true, recommended: true, reason: 'Jira 9.12.4 has personal access tokens (since 8.14).' },
        { type: 'oauth1', supported: true, recommended: false, reason: 'Needs an application link that an administrator sets up once.' },
        { type: 'basic', supported: true, recommended: false, reason: 'The password itself is kept and sent; a token can be revoked by itself.' },
      ],
      applicationLinksUrl: 'https://jira.example.com/jira/plugins/servlet/applinks/listApplicationLinks',
      personalAccessTokensUrl:
        'https://jira.example.com/jira/secure/ViewProfile.jspa?selectedTab=com.atlassian.pats.pats-plugin:jira-user-personal-access-tokens',
      warnings: [],
    },
  },
});

/** Adds a provider, or changes one. */
export const configure = defineRequest({
  method: requestMethods.configure,
  summary: 'Adds a provider, or changes the one that `provider` names.',
  details:
    'Checks before it stores: the server is asked who it is and the credentials are tried once. What is refused is not stored. With `oauth1` the provider is stored as `needsAuthorization`. Without `provider` a new one is added, also where the server has one already: two accounts on one server are two providers.',
  params: z.object({
    provider: optional(Id).describe('The provider to change.'),
    name: optional(z.string().trim().min(1).max(200)).describe('For people; by default the title of the server.'),
    baseUrl: BaseUrl,
    authentication: Authentication,
    network: optional(Network),
  }),
  result: z.object({ provider: Provider }),
  errors: [
    'unknownProvider', 'notAuthorized', 'credentialsRejected', 'credentialsExpired', 'captchaRequired', 'forbidden', 'loginPage', 'offline', 'timeout',
    'certificate', 'proxy', 'notJira', 'rateLimited', 'server', 'unsupported',
  ],
  example: {
    params: {
      baseUrl: 'https://jira.example.com/jira',
      authentication: { type: 'oauth1', consumerKey: 'jira-language-server-5d2c8e1f', keyPair: 'k-8a1f0c62' },
    },
    result: { provider: exampleProvider },
  },
});

/** Lists the configured providers. */
export const providers = defineRequest({
  method: requestMethods.providers,
  summary: 'Lists the configured providers; it asks no server.',
  params: z.object({}),
  result: z.object({ providers: z.array(Provider) }),
  errors: [],
  example: { params: {}, result: { providers: [exampleConnectedProvider] } },
});

/** Forgets a provider with its credentials. */
export const removeProvider = defineRequest({
  method: requestMethods.removeProvider,
  summary: 'Forgets a provider, its credentials, and its key pair where no other provider uses it.',
  details: 'A provider that the workspace or the organization names stays in the list, with nothing of the user left in it. Jira itself is not told: a token or an OAuth access that shall end there too is revoked in the user\'s profile.',
  params: z.object({ provider: Id }),
  result: z.null(),
  errors: ['unknownProvider'],
  example: { params: { provider: exampleProvider.id }, result: null },
});

/** Tells that a provider or its state changed. */
export const providersChanged = defineNotification({
  method: notificationMethods.providersChanged,
  summary: "Tells that a provider or its state changed, in this window or in another; the list is whole.",
  capability: 'providersChanged',
  params: z.object({ providers: z.array(Provider) }),
  example: { params: { providers: [exampleConnectedProvider] } },
});
