/** A provider: one Jira server, with one way in and one user. */
import * as z from 'zod';
import { Id, optional, Time } from './primitives.ts';

/** Who a person is in Jira. */
export const User = z
  .object({
    name: z.string().describe('The login name.'),
    key: z.string().optional().describe("Jira's permanent key of the user."),
    displayName: z.string(),
    email: z.string().optional(),
    avatarUrl: z.string().optional(),
  })
  .meta({ id: 'User', description: 'A person in Jira.' });

/** What the server said of itself. */
export const ServerInfo = z
  .object({
    version: z.string().describe('For instance `9.12.4`; `unknown` while the server tells it to nobody who is not logged in.'),
    versionNumbers: z.array(z.int()).describe('The version as numbers; empty while it is unknown.'),
    deploymentType: z.enum(['Server', 'Cloud']).describe('`Server` for Jira Server and for Data Center.'),
    title: z.string(),
    buildNumber: z.int().optional(),
  })
  .meta({ id: 'ServerInfo', description: 'What a Jira server says of itself.' });

/** The ways in. */
export const AuthenticationType = z.enum(['token', 'oauth1', 'basic']);

/** A personal access token, sent as Bearer. */
const TokenAuthentication = z.object({
  type: z.literal('token'),
  token: z
    .string()
    .trim()
    .min(1, 'is empty: paste the token that Jira showed when it was created')
    .regex(/^[\x21-\x7e]*$/, 'is not one word of printable characters: paste the token alone, on one line')
    .describe('A personal access token.'),
});

/** OAuth 1.0a with RSA-SHA1. */
const OAuth1Authentication = z
  .object({
    type: z.literal('oauth1'),
    consumerKey: z
      .string()
      .trim()
      .min(1, 'is empty: it is the consumer key of the application link')
      .regex(/^\S*$/, 'has a space in it: Jira takes one word')
      .describe('The consumer key of the application link.'),
    keyPair: optional(Id).describe('A key pair made by `jira/generateKeyPair`.'),
    privateKey: optional(z.string().min(1)).describe(
      'Instead of `keyPair`: an RSA private key in PEM; PKCS#8, PKCS#1 or encrypted PKCS#8; lost line breaks are mended.',
    ),
    passphrase: optional(z.string()).describe('The passphrase of an encrypted `privateKey`.'),
  })
  .superRefine((value, context) => {
    if (value.keyPair === undefined && value.privateKey === undefined) {
      context.addIssue({ code: 'custom', path: ['keyPair'], message: 'is missing: give `keyPair` (see jira/generateKeyPair) or `privateKey`' });
    } else if (value.keyPair !== undefined && value.privateKey !== undefined) {
      context.addIssue({ code: 'custom', path: ['privateKey'], message: 'is given beside `keyPair`: give one of the two' });
    }
  });

/** User name and password. */
const BasicAuthentication = z.object({
  type: z.literal('basic'),
  username: z
    .string()
    .min(1, 'is empty')
    .regex(/^[^:]*$/, 'has a colon in it, which Basic authentication cannot carry'),
  password: z.string().min(1, 'is empty'),
});

/** How to get in. */
export const Authentication = z
  .discriminatedUnion('type', [TokenAuthentication, OAuth1Authentication, BasicAuthentication])
  .meta({ id: 'Authentication', description: 'A way in, with its credentials.' });

/** Whether and why a way in fits a server. */
export const AuthenticationOption = z
  .object({
    type: AuthenticationType,
    supported: z.boolean(),
    recommended: z.boolean().describe('True for one option at most.'),
    reason: z.string().describe('Why, for people.'),
  })
  .meta({ id: 'AuthenticationOption', description: 'One way in, and how it fits a server.' });

/** What a provider can be in; it never says more than was seen. */
export const ProviderState = z
  .enum(['needsAuthorization', 'connected', 'credentialsExpired', 'credentialsRejected', 'unreachable'])
  .meta({ id: 'ProviderState', description: 'The state of a provider.' });

/** A configured provider. It holds no secret. */
export const Provider = z
  .object({
    id: Id,
    name: z.string().describe('For people; the title of the server unless it was given.'),
    baseUrl: z.string().describe('Normalised, with the context path, with no slash at the end.'),
    server: ServerInfo,
    authentication: z.object({
      type: AuthenticationType,
      consumerKey: z.string().optional(),
      keyFingerprint: z.string().optional().describe('The fingerprint of the key that signs; see `KeyPair`.'),
      expiresAt: Time.optional().describe('When the credentials end, where Jira tells.'),
    }),
    state: ProviderState,
    pausedUntil: Time.optional().describe('Until when Jira asked this agent to slow down: what is asked of it takes longer until then. Absent where it did not.'),
    user: User.optional().describe('Whose credentials they are.'),
    origin: z.enum(['user', 'workspace', 'organization']).describe('Who configured it.'),
    source: z.string().optional().describe('Who names it: the path of a file of the workspace, or the name of the organization.'),
    approval: z
      .enum(['pending', 'approved', 'refused'])
      .optional()
      .describe('Whether the user approved the server, for one that the workspace names. Nothing is sent to it before; see `jira/trustWorkspaceProvider`.'),
    locked: z.boolean().optional().describe('Whether the private key is still encrypted: `jira/authorize` then takes the `passphrase` of the team.'),
  })
  .meta({ id: 'Provider', description: 'A configured provider. It holds no secret.' });

export type User = z.output<typeof User>;
export type ServerInfo = z.output<typeof ServerInfo>;
export type Authentication = z.output<typeof Authentication>;
export type AuthenticationType = z.output<typeof AuthenticationType>;
export type AuthenticationOption = z.output<typeof AuthenticationOption>;
export type ProviderState = z.output<typeof ProviderState>;
export type Provider = z.output<typeof Provider>;
