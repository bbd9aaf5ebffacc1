/** Whether the user may be asked to sign in, and what was answered before. */
import * as z from 'zod';
import type { Clock } from '../../infrastructure/clock.ts';
import type { Document } from '../../infrastructure/storage/storage.ts';

/** What is kept of the answers; all agents that share the storage heed it. */
export const RememberedAnswers = z.object({
  /** RFC 3339: not before then. */
  notBefore: z.string().optional(),
  never: z.boolean().optional(),
});

export type RememberedAnswers = z.output<typeof RememberedAnswers>;

/** Milliseconds for which “Not now” holds, in every window. */
const pause = 30 * 24 * 3_600_000;

/** The question is asked once while the agent runs, and not at all after “Not now” or “Never”. */
export class SignInQuestion {
  readonly #answers: Document<RememberedAnswers>;
  readonly #clock: Clock;
  #asked = false;

  constructor(answers: Document<RememberedAnswers>, clock: Clock) {
    this.#answers = answers;
    this.#clock = clock;
  }

  /** Whether the question may be asked; who gets `true` asks it. */
  async take(): Promise<boolean> {
    if (this.#asked) return false;
    this.#asked = true;
    const { never, notBefore } = await this.#answers.read();
    return never !== true && (notBefore === undefined || this.#clock.now() >= Date.parse(notBefore));
  }

  /** The user said “Not now”. */
  async notNow(): Promise<void> {
    await this.#remember({ notBefore: new Date(this.#clock.now() + pause).toISOString() });
  }

  /** The user said “Never”. */
  async never(): Promise<void> {
    await this.#remember({ never: true });
  }

  /** The user signed in: what was answered before is of no meaning any more. */
  async reset(): Promise<void> {
    this.#asked = false;
    const { never, notBefore } = await this.#answers.read();
    if (never !== undefined || notBefore !== undefined) await this.#remember({});
  }

  async #remember({ never, notBefore }: RememberedAnswers): Promise<void> {
    await this.#answers.update((answers) => {
      delete answers.never;
      delete answers.notBefore;
      if (never !== undefined) answers.never = never;
      if (notBefore !== undefined) answers.notBefore = notBefore;
    });
  }
}
