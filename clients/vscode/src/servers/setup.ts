/** What signing in stands on. */
import type { Agent } from '../agent.ts';
import type { ApplicationLinkPages } from './application-link.ts';

/** One for the extension. */
export interface Setup {
  readonly agent: Agent;
  /** The pages for administrators. */
  readonly pages: ApplicationLinkPages;
}
