/** Offers to sign in, on first use: once, and not again where the user does not want it. */
import type { SignInReason } from '../../../../protocol/sign-in-offer.ts';
import { JiraError } from '../../../core/errors.ts';
import type { Core } from '../../../core/core.ts';
import type { ClientSignIn } from '../../client-sign-in.ts';
import { Dialogue } from '../../dialogue.ts';
import { Dismissed } from '../../dismissed.ts';
import type { EditorClient } from '../../editor-client.ts';
import type { Forms } from '../../forms.ts';
import { signIn } from './sign-in.ts';
import type { SignInContext } from './way.ts';

/** Why Jira cannot be asked. */
type Need = { readonly provider: string | undefined; readonly reason: SignInReason; readonly words: string };

/** The offer of one agent. */
export class SignInOffer {
  readonly #core: Core;
  readonly #editor: EditorClient;
  readonly #client: ClientSignIn;
  readonly #forms: Forms;
  readonly #abort = new AbortController();

  /** @param client it is asked where it signs in itself */
  constructor(core: Core, editor: EditorClient, client: ClientSignIn, forms: Forms) {
    this.#core = core;
    this.#editor = editor;
    this.#client = client;
    this.#forms = forms;
  }

  /**
   * For a feature that is of no use without a Jira: offers to sign in where there is none, or where its credentials are
   * of no use any more. It returns at once, and never throws.
   */
  make(): void {
    const { signal } = this.#abort;
    const dialogue = new Dialogue(this.#editor, this.#forms, signal);
    void this.#offer({ core: this.#core, editor: this.#editor, dialogue }, undefined, () => this.#core.signInQuestion.takeTurn(), signal).catch((error: unknown) => {
      if (signal.aborted || error instanceof Dismissed) return;
      if (error instanceof JiraError) this.#editor.showError(error.message);
      else this.#editor.debug(error instanceof Error ? error.message : String(error));
    });
  }

  /**
   * For a command that failed.
   *
   * @param provider the one that it was for, where that is known
   * @returns whether the user signed in, so that it can be tried again
   * @throws {JiraError} for what keeps the user from signing in; {@link Dismissed}
   */
  async afterFailure(error: unknown, provider: string | undefined, dialogue: Dialogue, signal: AbortSignal): Promise<boolean> {
    if (!isMendedBySignIn(error) || (error.kind === 'unknownProvider' && provider !== undefined)) return false;
    return this.#offer({ core: this.#core, editor: this.#editor, dialogue }, provider, () => this.#core.signInQuestion.take(), signal);
  }

  /** Withdraws what is asked. */
  close(): void {
    this.#abort.abort();
  }

  /** @param take whether it may be asked now */
  async #offer(context: SignInContext, provider: string | undefined, take: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
    const need = await this.#need(provider);
    const { signInQuestion } = this.#core;
    if (need === undefined || !(await take())) return false;
    const answer = await (this.#client.isThere ? this.#client.offer({ provider: need.provider, reason: need.reason, message: need.words }) : ask(need, context, signal));
    if (answer === 'signedIn') {
      await signInQuestion.reset();
      return true;
    }
    await (answer === 'notNow' ? signInQuestion.notNow() : signInQuestion.never());
    return false;
  }

  async #need(provider: string | undefined): Promise<Need | undefined> {
    // About servers that the workspace names, and that are not approved, there is a question of its own.
    const all = (await this.#core.store.list()).filter(({ offer }) => offer?.approval === undefined || offer.approval === 'approved');
    if (all.length === 0) return { provider: undefined, reason: 'noProvider', words: 'You are not signed in to Jira yet. Sign in to see and change issues here?' };
    const wanted = provider === undefined ? all : all.filter(({ id }) => id === provider);
    const waiting = wanted.find(({ state }) => state !== 'connected');
    if (waiting === undefined || waiting.state === 'connected' || (provider === undefined && wanted.some(({ state }) => state === 'connected'))) return undefined;
    const { id, name, state } = waiting;
    const why = state === 'needsAuthorization' ? `You are not signed in to ${name}.` : state === 'credentialsExpired' ? `Your credentials for ${name} have expired.` : `${name} does not accept your credentials any more.`;
    return { provider: id, reason: state, words: `${why} Sign in?` };
  }
}

/** Asks by the editor's questions. @throws {JiraError} for what keeps the user from signing in; {@link Dismissed} */
async function ask(need: Need, context: SignInContext, signal: AbortSignal): Promise<'signedIn' | 'notNow' | 'never'> {
  const answer = await context.dialogue.choose(need.words, [
    { title: 'Sign in', value: 'signedIn' as const },
    { title: 'Not now', value: 'notNow' as const },
    { title: 'Never', value: 'never' as const },
  ]);
  if (answer === 'signedIn') await signIn({ provider: need.provider }, context, signal);
  return answer;
}

/** Whether an error goes away with signing in. */
export function isMendedBySignIn(error: unknown): error is JiraError {
  return error instanceof JiraError && mended.has(error.kind);
}

const mended = new Set(['unknownProvider', 'notAuthorized', 'credentialsExpired', 'credentialsRejected']);
