/** Reads the text of a workspace's file, which anybody may have written. */
import { WorkspaceFile, type WorkspaceServer } from '../../../protocol/workspace.ts';
import { normalisedBaseUrl, type Offer, offerId } from '../shared/offer.ts';
import { plainLine } from '../text/plain-text.ts';

/** Why a file is not used. */
export interface Fault {
  /** In words for people; it repeats nothing of the file but the names of its members. */
  readonly fault: string;
  /** Whether something that must stay secret is in it. */
  readonly leaks: boolean;
}

/** A private key in any form of PEM but that of age, or an identity of age. */
const clearKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----|AGE-SECRET-KEY-/;

/**
 * The servers that a file names.
 *
 * @param path of the file, for people
 */
export function parseWorkspaceFile(text: string, path: string): readonly Omit<Offer, 'approval'>[] | Fault {
  if (clearKey.test(text)) {
    return {
      leaks: true,
      fault: `${path} holds a private key in the clear, and is not used. Everybody who ever had the repository has the key: make a new one, change the application link, and let the agent write the file (jira/workspaceFile).`,
    };
  }
  const value = parseJson(text);
  if (value === undefined) return { leaks: false, fault: `${path} is not used: it is not JSON.` };
  const result = WorkspaceFile.safeParse(value);
  if (!result.success) {
    const places = [...new Set(result.error.issues.map((issue) => plainLine(issue.path.join('.'), 80) || 'the whole'))].slice(0, 5);
    return { leaks: false, fault: `${path} is not used. These members of it are wrong: ${places.join(', ')}.` };
  }
  return result.data.servers.flatMap((server) => toOffer(server, path));
}

function toOffer({ name, baseUrl: given, authentication }: WorkspaceServer, source: string): Omit<Offer, 'approval'>[] {
  const baseUrl = normalisedBaseUrl(given);
  if (baseUrl === undefined) return [];
  const { type } = authentication;
  const consumerKey = type === 'oauth1' ? authentication.consumerKey : undefined;
  const offer = { origin: 'workspace', source, name: plainLine(name, 100) || new URL(baseUrl).host, baseUrl, type, consumerKey } as const;
  return [{ ...offer, id: offerId(offer), keys: type === 'oauth1' ? authentication.keys : [] }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
