/** The user's word on servers that files of a workspace name. It is kept with the user, never in the workspace. */
import * as z from 'zod';
import type { Clock } from '../../infrastructure/clock.ts';
import type { Document } from '../../infrastructure/storage/storage.ts';

/** What is kept; all agents that share the storage heed it. */
export const RememberedApprovals = z.object({
  servers: z.array(z.object({ baseUrl: z.string(), approved: z.boolean(), at: z.string() })),
});

export type RememberedApprovals = z.output<typeof RememberedApprovals>;

/** Approvals by base URL: another address on the same host is another server. */
export class Approvals {
  readonly #document: Document<RememberedApprovals>;
  readonly #clock: Clock;

  constructor(document: Document<RememberedApprovals>, clock: Clock) {
    this.#document = document;
    this.#clock = clock;
  }

  /** What the user said, by base URL. */
  async read(): Promise<ReadonlyMap<string, boolean>> {
    return new Map((await this.#document.read()).servers.map(({ baseUrl, approved }) => [baseUrl, approved]));
  }

  /** Notes what the user said; `undefined` takes it back. */
  async note(baseUrl: string, approved: boolean | undefined): Promise<void> {
    const at = new Date(this.#clock.now()).toISOString();
    await this.#document.update((state) => {
      state.servers = state.servers.filter((each) => each.baseUrl !== baseUrl);
      if (approved !== undefined) state.servers.push({ baseUrl, approved, at });
    });
  }

  /** Tells when anything was said, in this window or another. @returns a function that ends it */
  watch(listener: () => void): () => void {
    return this.#document.watch(listener);
  }
}
