/** What the two sides tell each other in `initialize`. */
import * as z from 'zod';
import { featureSettings } from './features.ts';
import { BaseUrl, optional } from './primitives.ts';

/** `initializationOptions`: the same shape as the configuration section `jira`. */
export const InitializationOptions = z
  .object({
    storage: optional(z.string().min(1)).describe("The folder of the agent's files; by default the platform's data folder. `--storage` goes before it."),
    credentialStore: optional(z.enum(['auto', 'keyring', 'file', 'client'])).describe(
      'Where secrets are kept: in the keyring of the system, in a file that its owner alone can read, or with the client, which then needs the capability `secrets`. ' +
        'By default it is `auto`: the keyring where there is one, which all editors of the user share; else the client where it has the capability; else the file. ' +
        'Secrets that are elsewhere are brought to the keyring, or to the place that was named, after the start.',
    ),
    organization: optional(z.string().min(1).max(2048)).describe(
      "The address of the organization's PostgreSQL database of providers, as in `postgres://mia@db.example.com/jira`; see docs/administrators.md. The password may come from PGPASSWORD or PGPASSFILE instead. It is read at the start alone.",
    ),
    organizationUser: optional(z.string().trim().min(1).max(100)).describe(
      'The name by which administrators of the organization see who signs with which key. By default they see an identifier that says nothing of the person.',
    ),
    ageIdentities: optional(z.array(z.string().min(1)).max(20)).describe(
      'Files with identities of age, as `age-keygen` writes them, that open the keys which a team shares. Each is an absolute path, or begins with `~/`.',
    ),
    servers: optional(z.array(BaseUrl).max(100)).describe('Addresses of Jira servers that the user is offered when signing in. None of them is asked for anything before the user chooses it.'),
    authorizationTimeout: optional(z.int().min(1).max(3600)).describe(
      'For how many seconds an authorization waits for the user; 600 by default, as long as a request token of Jira lives.',
    ),
    requestTimeout: optional(z.int().min(1).max(600)).describe(
      'For how many seconds one exchange with Jira may last, until it is given up with an error of the kind `timeout`; 60 by default.',
    ),
    ...featureSettings,
    cache: optional(
      z.object({
        maxSize: optional(z.int().min(0).max(10_000)).describe('Megabytes of the disk that it may take, for all servers together; 100 by default. 0 keeps nothing on disk.'),
        maxAge: optional(z.int().min(1).max(3650)).describe('For how many days something is kept that nobody looks at; 30 by default.'),
      }),
    ).describe('How much is kept of what was seen of Jira, to be shown at once the next time, or without the network.'),
  })
  .meta({ id: 'InitializationOptions', description: 'The configuration of the agent; every member is optional.' });

/** `capabilities.experimental.jira` of a client: what is absent is unsupported. */
export const ClientCapabilities = z
  .object({
    providersChanged: optional(z.boolean()).describe('The client takes `jira/providersChanged`.'),
    issuesChanged: optional(z.boolean()).describe('The client takes `jira/issuesChanged`: what was answered from the cache is then read anew in the background.'),
    secrets: optional(z.boolean()).describe('The client keeps secrets: it answers `jira/readSecret`, `jira/storeSecret` and `jira/deleteSecret`.'),
    signIn: optional(z.boolean()).describe('The client has the user sign in by its own user interface: it answers `jira/offerSignIn`, and the agent asks and warns of credentials by nothing else.'),
    externalAddress: optional(z.boolean()).describe("The client knows by which address the user's browser reaches this machine: it answers `jira/externalAddress`."),
  })
  .meta({ id: 'ClientCapabilities', description: 'What a client can do, below `capabilities.experimental.jira`.' });

/** `capabilities.experimental.jira` of the agent. */
export const AgentCapabilities = z
  .object({
    protocolVersion: z.literal(1),
    requests: z.array(z.string()).describe('The requests that this agent answers.'),
    notifications: z.array(z.string()).describe('The notifications that this agent sends where the client declared them.'),
  })
  .meta({ id: 'AgentCapabilities', description: 'What the agent can do, below `capabilities.experimental.jira`.' });

export type InitializationOptions = z.output<typeof InitializationOptions>;
export type ClientCapabilities = z.output<typeof ClientCapabilities>;
export type AgentCapabilities = z.output<typeof AgentCapabilities>;
