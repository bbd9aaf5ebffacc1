/** Providers that an organization keeps for all of its people in a PostgreSQL database. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { examplePublicKey, exampleProvider } from './examples.ts';
import type { ErrorKind } from './errors.ts';
import { ApplicationLink } from './keys.ts';
import { requestMethods } from './methods.ts';
import { BaseUrl, Id, optional, Time, withDefault } from './primitives.ts';
import { Authentication, AuthenticationType } from './provider.ts';
import { AgeRecipient, Fingerprint, TeamPassphrase } from './shared-keys.ts';

/** A key of an application link, as the organization has it. */
export const OrganizationKey = z
  .object({
    fingerprint: Fingerprint,
    addedAt: Time.describe('When it was published.'),
    users: z.int().optional().describe('How many people sign with it; told to administrators.'),
  })
  .meta({ id: 'OrganizationKey', description: 'A key of an application link that an organization has published. The private key is encrypted.' });

/** Who is on which key. */
export const KeyUser = z
  .object({
    user: z.string().describe('The name that the person chose (`organizationUser`), else an identifier that says nothing of the person.'),
    fingerprint: Fingerprint.describe('The key that the person’s agent signs with.'),
    seenOn: z.string().describe('The day of the report, as in `2026-03-01`.'),
  })
  .meta({ id: 'KeyUser', description: 'Which key a person signs with, as the person’s agent reports it.' });

/** A provider, as the organization has it. */
export const OrganizationProvider = z
  .object({
    provider: Id.describe('The provider, as in `jira/providers`.'),
    name: z.string(),
    baseUrl: z.string().describe('The base URL of Jira.'),
    authentication: z.object({ type: AuthenticationType, consumerKey: z.string().optional() }).describe('The recommended way in.'),
    keys: z.array(OrganizationKey).describe('The oldest first; more than one while the key is being rotated.'),
    users: z.array(KeyUser).optional().describe('Who is on which key; told to administrators.'),
  })
  .meta({ id: 'OrganizationProvider', description: 'A provider that an organization has published.' });

/** An organization. */
export const Organization = z
  .object({
    name: z.string(),
    role: z.enum(['administrator', 'member']).describe('What the database lets this user do.'),
    recipients: z.array(AgeRecipient).describe('Who can open the keys that are published from now on.'),
    passphrase: z.boolean().describe('Whether the keys that are published from now on open with a passphrase, too.'),
    providers: z.array(OrganizationProvider).describe('What it has published.'),
  })
  .meta({ id: 'Organization', description: 'An organization, and what it has published.' });

const databaseErrors = ['notAuthorized', 'credentialsRejected', 'forbidden', 'offline', 'timeout', 'certificate', 'unsupported', 'server'] as const satisfies readonly ErrorKind[];

const exampleName = 'Example Inc.';
const exampleId = 'jira-example-com-jira-9a3c01be42';
const exampleKey = { fingerprint: exampleProvider.authentication.keyFingerprint, addedAt: '2026-11-24T09:30:00.000Z', users: 2 };
const examplePublished = {
  provider: exampleId,
  name: exampleProvider.name,
  baseUrl: exampleProvider.baseUrl,
  authentication: { type: 'oauth1', consumerKey: exampleProvider.authentication.consumerKey },
  keys: [exampleKey],
  users: [
    { user: 'mia', fingerprint: exampleKey.fingerprint, seenOn: '2026-11-24' },
    { user: '5f0c2a8e3a554f0e', fingerprint: exampleKey.fingerprint, seenOn: '2026-11-23' },
  ],
};

/** What there is. */
export const organization = defineRequest({
  method: requestMethods.organization,
  summary: "Tells how the organization's database is doing, and what it holds.",
  details: 'It asks the database. Where that is away, it tells what was last known, with `state: "away"`.',
  params: z.object({}),
  result: z.object({
    state: z.enum(['none', 'connected', 'away']).describe('`none` where no database is set (`organization` in the settings).'),
    database: z.string().optional().describe('Host and name of the database.'),
    problem: z.string().optional().describe('Why the database is away, for people.'),
    checkedAt: Time.optional().describe('When the database was last read.'),
    organizations: z.array(Organization).describe('Those whose member this user is.'),
  }),
  errors: [],
  example: {
    params: {},
    result: {
      state: 'connected',
      database: 'db.example.com/jira',
      checkedAt: '2026-11-24T09:31:00.000Z',
      organizations: [{ name: exampleName, role: 'administrator', recipients: [], passphrase: true, providers: [examplePublished] }],
    },
  },
});

/** The tables, the organization, and its encryption. */
export const setUpOrganization = defineRequest({
  method: requestMethods.setUpOrganization,
  summary: 'Sets an organization up in the database, brings the tables to their newest version, or changes who can open its keys.',
  details:
    'Whoever owns the database does it first: the tables and the two roles of the organization are made then, one for its administrators and one for its members, to be granted to people. ' +
    'After that an administrator may change `passphrase` and `recipients`; they count for keys that are published from then on. ' +
    'The passphrase does not leave this machine: an identity of age is made, and stored encrypted by it.',
  params: z.object({
    organization: z.string().trim().min(1).max(100).describe('The name of the organization.'),
    passphrase: optional(TeamPassphrase),
    recipients: optional(z.array(AgeRecipient).max(100)).describe('Who can open the keys; beside the passphrase, or instead of it.'),
    administrators: optional(z.string().min(1).max(63)).describe('The database role of the administrators; made where it is missing. By default it is named for the organization.'),
    members: optional(z.string().min(1).max(63)).describe('The database role of the members, likewise.'),
  }),
  result: z.object({
    organization: Organization,
    administrators: z.string().describe('The database role to grant to administrators.'),
    members: z.string().describe('The database role to grant to members.'),
    version: z.int().describe('The version of the tables.'),
  }),
  errors: databaseErrors,
  example: {
    params: { organization: exampleName, passphrase: 'correct horse battery staple' },
    result: {
      organization: { name: exampleName, role: 'administrator', recipients: [], passphrase: true, providers: [] },
      administrators: 'jira_example_inc_administrators',
      members: 'jira_example_inc_members',
      version: 1,
    },
  },
});

const OrganizationName = optional(z.string().trim().min(1).max(100)).describe('The organization; it may be left out where this user administers exactly one.');

/** A provider for all. */
export const publishProvider = defineRequest({
  method: requestMethods.publishProvider,
  summary: 'Publishes a provider for everybody in the organization, or changes one that is published.',
  details:
    'Either `provider` names a provider of the administrator, or the other members say what is published. ' +
    'The private key is encrypted before it leaves this machine. Credentials of the administrator are never published. ' +
    'Published again with the same base URL and consumer key, a provider is changed.',
  params: z
    .object({
      organization: OrganizationName,
      provider: optional(Id).describe('A provider of the administrator: its base URL, its way in, its consumer key and its key are published.'),
      name: optional(z.string().trim().min(1).max(100)).describe('For people; by default that of the provider, or the title of the server.'),
      baseUrl: optional(BaseUrl),
      authentication: optional(z.union([Authentication.options[1], z.object({ type: z.enum(['token', 'basic']) })])).describe(
        'Instead of `provider`: the application link with its key, or the way in that people are to take with credentials of their own.',
      ),
      ca: optional(z.string().max(100_000)).describe('Certificate authorities, in PEM, that people are to trust for this server.'),
    })
    .superRefine((value, context) => {
      if (value.provider === undefined && (value.baseUrl === undefined || value.authentication === undefined)) {
        context.addIssue({ code: 'custom', path: ['provider'], message: 'is missing: give `provider`, or `baseUrl` and `authentication`' });
      } else if (value.provider !== undefined && (value.baseUrl !== undefined || value.authentication !== undefined)) {
        context.addIssue({ code: 'custom', path: ['provider'], message: 'is given beside `baseUrl` or `authentication`: give one of the two' });
      }
    }),
  result: z.object({ provider: OrganizationProvider }),
  errors: ['unknownProvider', 'loginPage', 'proxy', 'notJira', 'rateLimited', ...databaseErrors],
  example: { params: { provider: exampleProvider.id }, result: { provider: examplePublished } },
});

/** A new key beside the old one. */
export const rotateKey = defineRequest({
  method: requestMethods.rotateKey,
  summary: 'Makes a new key pair for a published provider and publishes it beside the old one.',
  details:
    'The administrator then puts the new public key into the application link; `applicationLink.steps` say how. ' +
    'Until then agents sign with the old key. When Jira refuses that, each tries the new one by itself, and nobody has to do anything. ' +
    'Once nobody is on the old key (`jira/organization`), `jira/retireKey` ends it.',
  params: z.object({
    provider: Id.describe('The published provider.'),
    bits: withDefault(z.union([z.literal(2048), z.literal(3072), z.literal(4096)]), 2048).describe('The size of the new key.'),
  }),
  result: z.object({
    provider: OrganizationProvider,
    fingerprint: Fingerprint.describe('The new key.'),
    applicationLink: ApplicationLink,
  }),
  errors: ['unknownProvider', 'conflict', ...databaseErrors],
  example: {
    params: { provider: exampleId },
    result: {
      provider: { ...examplePublished, keys: [exampleKey, { fingerprint: 'SHA256:4dJ0mW8vGm0lq4u5m3sYy1qk9Cq3m2bTtB1q7bYxJ5I', addedAt: '2026-11-25T09:30:00.000Z', users: 0 }] },
      fingerprint: 'SHA256:4dJ0mW8vGm0lq4u5m3sYy1qk9Cq3m2bTtB1q7bYxJ5I',
      applicationLink: {
        applicationUrl: `https://${exampleProvider.authentication.consumerKey}.invalid`,
        applicationName: 'Jira Language Server',
        consumerKey: exampleProvider.authentication.consumerKey,
        consumerName: 'Jira Language Server',
        publicKey: examplePublicKey,
        steps: ['Open the page of application links.', 'Replace the public key.'],
      },
    },
  },
});

/** One key less. */
export const retireKey = defineRequest({
  method: requestMethods.retireKey,
  summary: 'Takes a key of a published provider back: the old one once nobody needs it, or a new one that is not to be.',
  params: z.object({ provider: Id.describe('The published provider.'), fingerprint: Fingerprint.describe('The key to take back; the last one stays.') }),
  result: z.object({ provider: OrganizationProvider }),
  errors: ['unknownProvider', 'notFound', 'conflict', ...databaseErrors],
  example: { params: { provider: exampleId, fingerprint: 'SHA256:4dJ0mW8vGm0lq4u5m3sYy1qk9Cq3m2bTtB1q7bYxJ5I' }, result: { provider: examplePublished } },
});

/** A provider less. */
export const withdrawProvider = defineRequest({
  method: requestMethods.withdrawProvider,
  summary: 'Withdraws a published provider: it goes from every agent, with the credentials that people have for it.',
  details: 'Jira itself is not told: the administrator deletes the application link there, which ends every access by it.',
  params: z.object({ provider: Id.describe('The published provider.') }),
  result: z.null(),
  errors: ['unknownProvider', ...databaseErrors],
  example: { params: { provider: exampleId }, result: null },
});

export type Organization = z.output<typeof Organization>;
export type OrganizationProvider = z.output<typeof OrganizationProvider>;
export type OrganizationKey = z.output<typeof OrganizationKey>;
export type OrganizationStatus = z.output<typeof organization.result>;
