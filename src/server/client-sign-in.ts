/** Signing in by the user interface of a client that has one of its own (capability `signIn`). */
import type { SignInAnswer, SignInOffer } from '../../protocol/sign-in-offer.ts';
import type { EditorClient } from './editor-client.ts';

type Answer = SignInAnswer['answer'];

/** What a client is asked that signs in itself; of offers about the same provider one is open at a time. */
export class ClientSignIn {
  readonly #editor: EditorClient;
  readonly #open = new Map<string, Promise<Answer>>();

  constructor(editor: EditorClient) {
    this.#editor = editor;
  }

  /** Whether the client has a user interface for it. */
  get isThere(): boolean {
    return this.#editor.capabilities.signIn;
  }

  /** Offers to sign in. It never throws. @returns `notNow` where the client fails to answer */
  offer(offer: SignInOffer): Promise<Answer> {
    const about = offer.provider ?? '';
    const open = this.#open.get(about);
    if (open !== undefined) return open;
    const asked = this.#ask(offer).finally(() => this.#open.delete(about));
    this.#open.set(about, asked);
    return asked;
  }

  /** Tells of credentials that are of no use, or will soon be; where the client has no user interface for it, by a warning. */
  tell(offer: SignInOffer): void {
    if (this.isThere) void this.offer(offer);
    else this.#editor.showWarning(offer.message);
  }

  async #ask(offer: SignInOffer): Promise<Answer> {
    try {
      const [{ offerSignIn }, answer] = await Promise.all([import('../../protocol/sign-in-offer.ts'), this.#editor.ask('jira/offerSignIn', offer)]);
      return offerSignIn.result.parse(answer).answer;
    } catch (error) {
      this.#editor.debug(`The client did not sign in: ${error instanceof Error ? error.name : 'no answer'}`);
      return 'notNow';
    }
  }
}
