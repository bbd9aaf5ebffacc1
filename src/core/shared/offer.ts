/** Providers that somebody else names for the user: a file of the workspace, or the organization. */
import { createHash } from 'node:crypto';
import type { AuthenticationType, ServerInfo } from '../../../protocol/provider.ts';
import type { SharedKey } from '../../../protocol/shared-keys.ts';
import { JiraError } from '../errors.ts';

/** A server that is offered, and what it takes to get in. */
export interface Offer {
  readonly id: string;
  readonly origin: 'workspace' | 'organization';
  /** Who names it: the path of a file, or the name of the organization. */
  readonly source: string;
  readonly name: string;
  /** Normalised, with no slash at the end. */
  readonly baseUrl: string;
  readonly type: AuthenticationType;
  /** The application link's, with `oauth1`. */
  readonly consumerKey?: string | undefined;
  /** The oldest first. */
  readonly keys: readonly SharedKey[];
  /** Authorities to trust for this server, in PEM. */
  readonly ca?: string | undefined;
  readonly server?: ServerInfo | undefined;
  /** The user's word on a server that the workspace names; absent where it needs none. */
  readonly approval?: 'pending' | 'approved' | 'refused' | undefined;
}

/** What is offered now. */
export interface Offers {
  /** In order; of those with the same id the first. */
  list(): Promise<readonly Offer[]>;
  /** Tells when it changed. @returns a function that ends it */
  watch(listener: () => void): () => void;
}

/** Nothing is offered. */
export const noOffers: Offers = { list: () => Promise.resolve([]), watch: () => () => undefined };

/**
 * The id of what is offered. It stands for the address and the way in: another address is another provider, and gets
 * nothing that the user gave to the first.
 */
export function offerId({ origin, baseUrl, type, consumerKey = '' }: Pick<Offer, 'origin' | 'baseUrl' | 'type' | 'consumerKey'>, organization = ''): string {
  const { host, pathname } = new URL(baseUrl);
  const words = `${host}${pathname}`.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  return `${words}-${createHash('sha256').update(JSON.stringify([origin, organization, baseUrl, type, consumerKey])).digest('hex').slice(0, 10)}`;
}

/**
 * An address as others wrote it, in the form that the agent compares by.
 *
 * @returns `undefined` where it is none, or holds what no address of Jira has
 */
export function normalisedBaseUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** @throws {JiraError} notAuthorized for a server that the user has not approved */
export function assertApproved(offer: Offer | undefined): void {
  if (offer?.approval === undefined || offer.approval === 'approved') return;
  const { host } = new URL(offer.baseUrl);
  const hint = 'Look at the address, and approve it with jira/trustWorkspaceProvider if it is the one of your Jira.';
  throw new JiraError('notAuthorized', `${offer.source} names the server ${host} (${offer.baseUrl}), which you have not approved: nothing is sent to it. ${hint}`, { hint });
}
