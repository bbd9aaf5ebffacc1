/** What is kept of providers and key pairs: configuration in one document, secrets apart from it. */
import * as z from 'zod';
import { Network } from '../../../protocol/network.ts';
import { SavedQuery } from '../../../protocol/queries.ts';
import { AuthenticationType, type Provider, ProviderState, ServerInfo, User } from '../../../protocol/provider.ts';
import type { Offer } from '../shared/offer.ts';

/** A provider as the document holds it. The state `unreachable` belongs to a moment and is not kept. */
export const ProviderRecord = z.object({
  id: z.string(),
  name: z.string(),
  baseUrl: z.string(),
  server: ServerInfo,
  authentication: z.object({
    type: AuthenticationType,
    consumerKey: z.string().optional(),
    keyFingerprint: z.string().optional(),
    /** The key pair of `jira/generateKeyPair` that signs, where it is one of these. */
    keyPair: z.string().optional(),
    expiresAt: z.string().optional(),
    /** Whether Jira said that the token has no end. */
    neverExpires: z.boolean().optional(),
  }),
  state: ProviderState.exclude(['unreachable']),
  user: User.optional(),
  origin: z.enum(['user', 'workspace', 'organization']),
  /** The `expiresAt` of which the user was warned; another window need not do it again. */
  endTold: z.string().optional(),
  /** The name of the secret; a new one at each change, so that a change is whole or not at all. */
  secret: z.string(),
});

/** A key pair as the document holds it: its public half. */
export const KeyPairRecord = z.object({
  id: z.string(),
  bits: z.int(),
  fingerprint: z.string(),
  publicKey: z.string(),
  certificate: z.string(),
  createdAt: z.string(),
  notAfter: z.string(),
  /** The name of the secret that holds the private key. */
  secret: z.string(),
});

/**
 * The whole configuration. An agent writes the members that it knows, so each new member takes a new
 * version of the document: an older agent then leaves the file alone.
 */
export const Configuration = z.object({
  providers: z.array(ProviderRecord),
  keyPairs: z.array(KeyPairRecord),
  /** Secrets that are stored and that nothing refers to: not yet, or no more. Whoever died in between left them behind. */
  unusedSecrets: z.array(z.object({ secret: z.string(), since: z.string() })).default([]),
  queries: z.array(SavedQuery).default([]),
});

/** The secrets of one provider: how it gets in, and how it is reached. */
export const ProviderSecret = z.object({
  authentication: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('token'), token: z.string() }),
      z.object({ type: z.literal('basic'), username: z.string(), password: z.string() }),
      z.object({
        type: z.literal('oauth1'),
        /** Unencrypted PKCS#8, PEM. */
        privateKey: z.string(),
        accessToken: z.string().optional(),
        sessionHandle: z.string().optional(),
        /** The identity of age that opened the key, where a passphrase did: the next key opens with it, too. */
        identity: z.string().optional(),
      }),
    ])
    .optional(),
  network: Network.optional(),
});

export type ProviderRecord = z.output<typeof ProviderRecord>;

/** A provider as it is listed: with what offers it, where somebody else names it. */
export type ListedProvider = ProviderRecord & { readonly offer?: Offer | undefined };

export type KeyPairRecord = z.output<typeof KeyPairRecord>;
export type Configuration = z.output<typeof Configuration>;
export type ProviderSecret = z.output<typeof ProviderSecret>;

/**
 * The record as clients see it.
 *
 * @param unreachable whether the server could not be reached just now
 * @param pausedUntil until when it asked to slow down, in milliseconds since the epoch
 */
export function toProvider(record: ListedProvider, unreachable: boolean, pausedUntil?: number): Provider {
  const { keyPair: _keyPair, neverExpires: _neverExpires, ...authentication } = record.authentication;
  const { secret, endTold: _endTold, offer, ...provider } = record;
  const shared = offer === undefined ? {} : { source: offer.source, approval: offer.approval, locked: (authentication.type === 'oauth1' && secret === '') || undefined };
  const paused = pausedUntil === undefined ? {} : { pausedUntil: new Date(pausedUntil).toISOString() };
  return { ...provider, ...shared, ...paused, authentication, state: unreachable && record.state === 'connected' ? 'unreachable' : record.state };
}
