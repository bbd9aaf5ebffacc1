/** The user's own providers and those that others offer, as one list. */
import { unknownServer } from '../jira/server-info.ts';
import type { ListedProvider, ProviderRecord } from '../providers/records.ts';
import type { Offer } from './offer.ts';

/**
 * What the user has, and what is offered beside it. Nothing that is offered takes the place of a provider of the user:
 * for a server that the user has configured it is left out, and with the name of another provider it is called by its host.
 * What was taken up of an offer that is gone is not shown.
 *
 * @param stored every record, as it is kept
 */
export function withOffers(stored: readonly ProviderRecord[], offers: readonly Offer[]): ListedProvider[] {
  const own: ListedProvider[] = stored.filter(({ origin }) => origin === 'user');
  const shown = [...own];
  for (const offer of offers) {
    const record = stored.find(({ id, origin }) => id === offer.id && origin === offer.origin);
    const isKnown = record === undefined && shown.some(({ baseUrl }) => baseUrl === offer.baseUrl);
    if (isKnown || shown.some(({ id }) => id === offer.id)) continue;
    const names = [offer.name, `${offer.name} (${new URL(offer.baseUrl).host})`, `${offer.name} (${offer.baseUrl})`];
    const name = names.find((each) => !shown.some((other) => isSameName(each, other.name))) ?? offer.id;
    shown.push({ ...(record ?? untouched(offer)), name, baseUrl: offer.baseUrl, offer });
  }
  return shown;
}

/** Whether nothing of the user's is in it yet. */
export function isMereOffer({ offer, state }: ListedProvider): boolean {
  return offer !== undefined && state === 'needsAuthorization';
}

/** An offer that the user has not taken up: it has no secret. */
function untouched({ id, name, baseUrl, origin, type, consumerKey, keys, server }: Offer): ProviderRecord {
  const identity = type === 'oauth1' ? { consumerKey, keyFingerprint: keys[0]?.fingerprint } : {};
  return { id, name, baseUrl, origin, server: server ?? { ...unknownServer(baseUrl, undefined), title: name }, authentication: { type, ...identity }, state: 'needsAuthorization', secret: noSecret };
}

/** The name of the secret of a provider that has none. */
export const noSecret = '';

function isSameName(one: string, other: string): boolean {
  const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(one) === plain(other);
}
