/** Whether the user may be asked to sign in, and what was answered before. */
import * as z from 'zod';
import type { Clock } from '../../infrastructure/clock.ts';
import type { Document } from '../../infrastructure/storage/storage.ts';

/** What is kept of the answers; all agents that share the storage heed it. */
export const RememberedAnswers = z.object({
  /** RFC 3339: not before then. */
  notBefore: z.string().optional(),
  never: z.boolean().optional(),
  /** RFC 3339: when a window asked by itself. The others wait for what is answered there. */
  askedAt: z.string().optional(),
});

export type RememberedAnswers = z.output<typeof RememberedAnswers>;

/** Milliseconds for which “Not now” holds, in every window. */
const pause = 30 * 24 * 3_600_000;
/** Milliseconds for which one window alone asks by itself: as long as a question waits for an answer. */
const turn = 600_000;

/** The question is asked once while the agent runs, and not at all after “Not now” or “Never”. */
export class SignInQuestion {
  readonly #answers: Document<RememberedAnswers>;
  readonly #clock: Clock;
  #asked = false;

  constructor(answers: Document<RememberedAnswers>, clock: Clock) {
    this.#answers = answers;
    this.#clock = clock;
  }

  /** Whether the question may be asked, for what the user did in this window; who gets `true` asks it. */
  async take(): Promise<boolean> {
    if (this.#asked) return false;
    this.#asked = true;
    return this.#isWanted(await this.#answers.read());
  }

  /** Whether the question may be asked by itself: not where another window asks it just now. */
  async takeTurn(): Promise<boolean> {
    if (!(await this.take())) return false;
    try {
      await this.#answers.update((answers) => {
        const since = this.#clock.now() - Date.parse(answers.askedAt ?? '');
        if (since >= 0 && since < turn) this.#asked = false;
        else answers.askedAt = new Date(this.#clock.now()).toISOString();
      });
    } catch {
      // Where nothing can be noted, each window asks for itself.
    }
    return this.#asked;
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
    const { never, notBefore, askedAt } = await this.#answers.read();
    if (never !== undefined || notBefore !== undefined || askedAt !== undefined) await this.#remember({});
  }

  #isWanted({ never, notBefore }: RememberedAnswers): boolean {
    return never !== true && (notBefore === undefined || this.#clock.now() >= Date.parse(notBefore));
  }

  async #remember({ never, notBefore }: RememberedAnswers): Promise<void> {
    await this.#answers.update((answers) => {
      delete answers.never;
      delete answers.notBefore;
      delete answers.askedAt;
      if (never !== undefined) answers.never = never;
      if (notBefore !== undefined) answers.notBefore = notBefore;
    });
  }
}
