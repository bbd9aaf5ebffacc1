/** Signing in by the client's own user interface: what the agent asks of a client that has one. */
import * as z from 'zod';
import { defineEditorRequest } from './definition.ts';
import { exampleIssue } from './issue-examples.ts';
import { Id } from './primitives.ts';

/** Why it is offered. */
export const SignInReason = z
  .enum(['noProvider', 'needsAuthorization', 'credentialsExpired', 'credentialsRejected', 'credentialsEndSoon'])
  .meta({ id: 'SignInReason', description: 'Why the user is offered to sign in: there is no provider at all, its state, or that its credentials end within days.' });

/** Offers to sign in. */
export const offerSignIn = defineEditorRequest({
  method: 'jira/offerSignIn',
  capability: 'signIn',
  summary: 'Offers the user to sign in, by the user interface of the client, and waits until that is done or not wanted.',
  details:
    'The agent asks in one window, whichever notices it first, and not again where it was answered before. Without the capability it asks and tells by `window/showMessageRequest` and `window/showMessage`. ' +
    'A client shows `message` with a way to sign in, and answers `notNow` where the user closes it.',
  params: z.object({
    provider: Id.optional().describe('Whose credentials are of no use; absent where there is no provider yet.'),
    reason: SignInReason,
    message: z.string().describe('For people.'),
  }),
  result: z.object({ answer: z.enum(['signedIn', 'notNow', 'never']).describe('`never` is heeded by every window, and `notNow` for 30 days, wherever nothing is lost by it.') }),
  example: {
    params: { provider: exampleIssue.provider, reason: 'credentialsExpired', message: 'Your credentials for Example Jira have expired. Sign in?' },
    result: { answer: 'signedIn' },
  },
});

export type SignInReason = z.output<typeof SignInReason>;
export type SignInOffer = z.output<(typeof offerSignIn)['params']>;
export type SignInAnswer = z.output<(typeof offerSignIn)['result']>;
