/** Text from the user, for which LSP has no question: a file is opened in the editor, filled in, and saved. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ErrorKind } from '../../protocol/errors.ts';
import { JiraError } from '../core/errors.ts';
import type { FormFile, FormFiles } from '../infrastructure/storage/form-files.ts';
import { Dismissed } from './dismissed.ts';
import type { DocumentListener } from './documents/documents.ts';
import type { EditorClient } from './editor-client.ts';

/** What the user is to fill in. */
export interface Form<T> {
  /** What the file is called. A form that is begun takes the place of an older one of the same name. */
  readonly name: string;
  /** What to do with it, after the path of the file; for an editor that cannot open it. */
  readonly instruction: string;
  /**
   * What the file holds.
   *
   * @param problem what was wrong with what was saved, for people
   * @param saved what was saved, to be kept unless it is a secret
   */
  text(problem?: string, saved?: string): string;
  /** What the file holds while a secret that was saved in it is made use of; absent: what was saved. */
  readonly meanwhile?: string;
  /** Makes use of what was saved. @throws {JiraError} for what is wrong with it: then the user can mend it, and save again */
  accept(saved: string): Promise<T>;
  /** The errors after which there is nothing to mend. */
  readonly endsWith?: readonly ErrorKind[];
  /** What the file holds in the end, in the place of what was saved. */
  done(value: T): string;
}

/** Milliseconds that the user has for a form. */
const patience = 3_600_000;
/** Milliseconds for which the file stays, after it was made use of: the editor may show what the agent wrote into it. */
const afterglow = 300_000;

/** The forms that are open. */
export class Forms implements DocumentListener {
  readonly #files: FormFiles;
  readonly #editor: EditorClient;
  readonly #open = new Set<OpenForm>();

  constructor(files: FormFiles, editor: EditorClient) {
    this.#files = files;
    this.#editor = editor;
  }

  /**
   * Has the user fill in a form.
   *
   * @throws {Dismissed} where the user closes it without saving, or lets an hour go by; the signal's reason where it is aborted
   */
  async fillIn<T>(form: Form<T>, signal: AbortSignal): Promise<T> {
    for (const each of this.#open) if (each.name === form.name) each.end();
    let open = await this.#show(form, form.text());
    try {
      for (;;) {
        const saved = await open.saved(signal);
        if (form.meanwhile !== undefined) await open.write(form.meanwhile);
        const outcome = await tryOut(form, saved);
        if ('value' in outcome) {
          await open.write(form.done(outcome.value));
          open.lingerOn();
          return outcome.value;
        }
        const text = form.text(outcome.problem, saved);
        if (open.isOver) open = await this.#show(form, text);
        else await open.write(text);
        this.#editor.showError(outcome.problem);
      }
    } catch (error) {
      open.end();
      throw error;
    }
  }

  /** Ends every form. */
  async close(): Promise<void> {
    for (const each of this.#open) each.end();
    await this.#files.removeAll();
  }

  opened({ uri }: TextDocument): void {
    this.#of(uri)?.opened();
  }

  willSave(uri: string, byHand: boolean): void {
    this.#of(uri)?.willSave(byHand);
  }

  saved({ uri }: TextDocument): void {
    this.#of(uri)?.savedByEditor();
  }

  closed(uri: string): void {
    this.#of(uri)?.closed();
  }

  #of(uri: string): OpenForm | undefined {
    return [...this.#open].find(({ file }) => file.is(uri));
  }

  async #show<T>({ name, instruction }: Form<T>, text: string): Promise<OpenForm> {
    const file = await this.#files.create(name, text);
    const open: OpenForm = new OpenForm(name, file, () => this.#open.delete(open));
    this.#open.add(open);
    void this.#editor.showDocument(file.uri, `${file.path}, ${instruction}`);
    return open;
  }
}

async function tryOut<T>(form: Form<T>, saved: string): Promise<{ value: T } | { problem: string }> {
  try {
    return { value: await form.accept(saved) };
  } catch (error) {
    if (error instanceof JiraError && form.endsWith?.includes(error.kind) !== true) return { problem: error.message };
    throw error;
  }
}

/**
 * A form that waits for the user. An editor that tells of the document says when it is saved, and whether the user did
 * that; for any other the file itself is watched.
 */
class OpenForm {
  readonly name: string;
  readonly file: FormFile;
  readonly #onEnd: () => void;
  readonly #stopWatching: () => void;
  readonly #timers = new Set<NodeJS.Timeout>();
  #toldOf = false;
  #byHand = true;
  #over = false;
  #submit: ((text: string) => void) | undefined;
  #dismiss: (() => void) | undefined;

  constructor(name: string, file: FormFile, onEnd: () => void) {
    this.name = name;
    this.file = file;
    this.#onEnd = onEnd;
    this.#stopWatching = file.watch(() => {
      if (!this.#toldOf) void this.#look();
    });
    this.#after(patience, () => this.end());
  }

  /** Whether it was closed, so that its file is gone. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Writes the file anew, as long as it is there. */
  async write(text: string): Promise<void> {
    if (!this.#over) await this.file.write(text);
  }

  /** What the user saves next. */
  async saved(signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    if (this.#over) throw new Dismissed();
    return new Promise((resolve, reject) => {
      const onAbort = (): void => settle(() => reject(signal.reason as Error));
      const settle = (act: () => void): void => {
        signal.removeEventListener('abort', onAbort);
        this.#submit = undefined;
        this.#dismiss = undefined;
        act();
      };
      this.#submit = (text) => settle(() => resolve(text));
      this.#dismiss = () => settle(() => reject(new Dismissed()));
      signal.addEventListener('abort', onAbort);
    });
  }

  opened(): void {
    this.#toldOf = true;
  }

  willSave(byHand: boolean): void {
    this.#byHand = byHand;
  }

  /** What an editor saves by itself, after a pause or when it loses the focus, is half a text. */
  savedByEditor(): void {
    if (this.#byHand) void this.#look();
    this.#byHand = true;
  }

  /** An editor that reads the file anew closes it for a moment. */
  closed(): void {
    this.#toldOf = false;
    this.#after(1000, () => {
      if (!this.#toldOf) this.end();
    });
  }

  /** It was made use of. Whoever saves it once more must not leave a secret behind. */
  lingerOn(): void {
    this.#after(afterglow, () => this.end());
    this.#submit = () => this.end();
  }

  /** Deletes the file, and dismisses whoever waits for it. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#stopWatching();
    this.#onEnd();
    void this.file.remove();
    this.#dismiss?.();
  }

  async #look(): Promise<void> {
    const text = await this.file.read();
    if (text !== undefined) this.#submit?.(text);
  }

  #after(milliseconds: number, act: () => void): void {
    this.#timers.add(setTimeout(act, milliseconds).unref());
  }
}
