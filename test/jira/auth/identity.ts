import type { User } from '../data/users.ts';

/** How a request was recognised; `anonymous` when it was not. */
export type AuthenticationKind = 'anonymous' | 'basic' | 'bearer' | 'oauth' | 'session';

/** Who is asking. */
export interface Identity {
  readonly kind: AuthenticationKind;
  readonly user?: User;
  /** `X-Seraph-LoginReason`, where Seraph has something to say. */
  readonly loginReason?: string;
  /** The id of the cookie session, where one was used. */
  readonly session?: string;
}
