/** Authorize: the three-legged OAuth 1.0a dance, browser and back; and signing out. */
import * as z from 'zod';
import { defineEditorRequest, defineRequest } from './definition.ts';
import { exampleConnectedProvider, exampleProvider } from './examples.ts';
import { editorRequestMethods, requestMethods } from './methods.ts';
import { Id, optional, Time, withDefault } from './primitives.ts';
import { Provider } from './provider.ts';

/** How the approval comes back to the agent. */
export const Redirect = z.enum(['loopback', 'oob']);

/** Begins an authorization. */
export const authorize = defineRequest({
  method: requestMethods.authorize,
  summary: 'Begins an authorization: gets a request token and gives the address where the user approves.',
  details:
    'With `loopback` the browser comes back to the agent by itself. With `oob` (out of band), for instance over SSH, Jira shows a code that the user types. An earlier authorization of the same provider that is still open ends. A provider that a file of the workspace names has to be approved first: see `jira/trustWorkspaceProvider`.',
  params: z.object({
    provider: Id,
    redirect: withDefault(Redirect, 'loopback'),
    passphrase: optional(z.string().min(1).max(1000)).describe(
      'The passphrase of the team, for a provider of the workspace or of the organization that is `locked`. It is needed once: the opened key is then kept with the other secrets of the user.',
    ),
    openBrowser: withDefault(z.boolean(), false).describe('Whether the agent opens the address, by the editor (`window/showDocument`) or by the system.'),
  }),
  result: z.object({
    authorization: Id,
    url: z.string().describe('The page where the user approves.'),
    redirect: Redirect,
    expiresAt: Time.describe('When the authorization is over.'),
  }),
  errors: [
    'unknownProvider', 'notAuthorized', 'credentialsRejected', 'forbidden', 'loginPage', 'offline', 'timeout', 'certificate', 'proxy', 'notJira',
    'rateLimited', 'server', 'unsupported',
  ],
  example: {
    params: { provider: exampleProvider.id },
    result: {
      authorization: 'a-5b0e9d77',
      url: 'https://jira.example.com/jira/plugins/servlet/oauth/authorize?oauth_token=hJ3kP0aXw2',
      redirect: 'loopback',
      expiresAt: '2026-11-24T09:40:00.000Z',
    },
  },
});

/** Ends an authorization. */
export const completeAuthorization = defineRequest({
  method: requestMethods.completeAuthorization,
  summary: 'Ends an authorization: waits for the browser, or takes the code, and exchanges it for access.',
  details:
    'With a loopback redirect and no `verifier` it answers when the browser comes back, when the user refuses, when the time is over, or when the request is cancelled. A cancelled wait can be taken up again, or ended with a `verifier`, until the authorization is over.',
  params: z.object({
    authorization: Id,
    verifier: optional(z.string().trim().min(1).max(4096)).describe(
      'The code that Jira shows, or the whole address that the browser was sent to.',
    ),
  }),
  result: z.object({ provider: Provider }),
  errors: [
    'authorizationDenied', 'authorizationExpired', 'notAuthorized', 'credentialsRejected', 'forbidden', 'loginPage', 'offline', 'timeout',
    'certificate', 'proxy', 'notJira', 'rateLimited', 'server', 'unknownProvider',
  ],
  example: {
    params: { authorization: 'a-5b0e9d77' },
    result: { provider: exampleConnectedProvider },
  },
});

const exampleLoopback = 'http://127.0.0.1:41735/callback/Qm3v0pTqSg2yXw';

/** The way back to the agent, where the browser is on another machine. */
export const externalAddress = defineEditorRequest({
  method: editorRequestMethods.externalAddress,
  capability: 'externalAddress',
  summary: "Tells the address by which the user's browser reaches the agent.",
  details:
    "It comes where an authorization begins with `loopback`. An editor whose window is on another machine than the agent (over SSH, with a container, in a browser) forwards the port to there, and gives the address at that end; any other gives back what it was given. The agent takes its own address where the editor fails.",
  params: z.object({ address: z.string().describe('Where the agent listens on its own machine: `http://127.0.0.1:PORT/PATH`.') }),
  result: z.object({
    address: z
      .string()
      .max(2048)
      .regex(/^https?:\/\/[^/?#@\s]+\/[^?#\s]*$/)
      .describe('The address of the same listener for the browser, with no query: Jira adds one.'),
  }),
  example: { params: { address: exampleLoopback }, result: { address: exampleLoopback } },
});

/** Forgets the credentials of a provider. */
export const signOut = defineRequest({
  method: requestMethods.signOut,
  summary: 'Forgets the credentials of a provider; the provider stays, as `needsAuthorization`.',
  details: 'The key pair and the consumer key stay too, so that `jira/authorize` is all that signing in again takes.',
  params: z.object({ provider: Id }),
  result: z.object({ provider: Provider }),
  errors: ['unknownProvider'],
  example: { params: { provider: exampleProvider.id }, result: { provider: exampleProvider } },
});
