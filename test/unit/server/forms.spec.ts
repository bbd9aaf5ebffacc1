/** When a form counts as filled in, and what is left of it, however the editor saves and closes files. */
import { expect } from 'chai';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sinon from 'sinon';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { invalidParams, JiraError } from '../../../src/core/errors.ts';
import { createFormFiles, type FormFiles } from '../../../src/infrastructure/storage/form-files.ts';
import { FileWatcher } from '../../../src/infrastructure/storage/watch.ts';
import { Dismissed } from '../../../src/server/dismissed.ts';
import type { EditorClient } from '../../../src/server/editor-client.ts';
import { type Form, Forms } from '../../../src/server/forms.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const { signal } = new AbortController();

/** An editor that tells of its documents, and the person at it. */
class Desk implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly files: FormFiles = createFormFiles(join(this.#folder.path, 'forms'), () => undefined);
  readonly errors: string[] = [];
  readonly #shown: string[] = [];
  #onShown: (() => void) | undefined;
  #onError: (() => void) | undefined;
  readonly forms: Forms;

  constructor() {
    const editor = {
      showDocument: (uri: string) => {
        this.#shown.push(uri);
        this.#onShown?.();
        return Promise.resolve();
      },
      showError: (message: string) => {
        this.errors.push(message);
        this.#onError?.();
      },
    };
    this.forms = new Forms(this.files, editor as unknown as EditorClient);
  }

  /** The URI of the next form that is shown. */
  async next(): Promise<string> {
    while (this.#shown.length === 0) await new Promise<void>((resolve) => (this.#onShown = resolve));
    return this.#shown.shift()!;
  }

  /** Settles when an error is shown. */
  error(): Promise<void> {
    return new Promise((resolve) => (this.#onError = resolve));
  }

  open(uri: string): void {
    this.forms.opened(documentOf(uri));
  }

  save(uri: string, text: string, byHand = true): void {
    this.forms.willSave(uri, byHand);
    writeFileSync(fileURLToPath(uri), text);
    this.forms.saved(documentOf(uri));
  }

  close(uri: string): void {
    this.forms.closed(uri);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.forms.close();
    this[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

const documentOf = (uri: string) => ({ uri }) as TextDocument;
const textOf = (uri: string) => readFileSync(fileURLToPath(uri), 'utf8');

/** Takes whatever is saved, but `wrong`. */
function echo(more: Partial<Form<string>> = {}): Form<string> {
  return {
    name: 'form.txt',
    instruction: 'fill it in.',
    text: (problem, saved) => `template ${problem ?? ''} ${saved ?? ''}`.trim(),
    accept: (saved) => (saved.includes('wrong') ? Promise.reject(invalidParams('text', 'That is wrong.')) : Promise.resolve(saved)),
    done: () => 'done',
    ...more,
  };
}

/** Settles when a file is gone. */
async function gone(uri: string): Promise<void> {
  const path = fileURLToPath(uri);
  await new Promise<void>((resolve) => {
    const watcher = new FileWatcher(path, () => !existsSync(path) && done());
    const done = (): void => {
      watcher.close();
      resolve();
    };
    if (!existsSync(path)) done();
  });
}

describe('a form', () => {
  let clock: sinon.SinonFakeTimers;

  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  afterEach(() => clock.restore());

  it('is for its owner alone, and is filled in when the user saves it', async () => {
    await using desk = new Desk();
    const filled = desk.forms.fillIn(echo(), signal);
    const uri = await desk.next();
    expect(textOf(uri)).to.equal('template');
    expect(statSync(fileURLToPath(uri)).mode & 0o777).to.equal(0o600);
    expect(statSync(dirname(fileURLToPath(uri))).mode & 0o777).to.equal(0o700);
    desk.open(uri);
    desk.save(uri, '\ufefffilled\r\nin');
    expect(await filled).to.equal('filled\nin');
    expect(textOf(uri)).to.equal('done');
  });

  it('is not filled in by what an editor saves by itself, which may be half a text', async () => {
    await using desk = new Desk();
    const filled = desk.forms.fillIn(echo(), signal);
    const uri = await desk.next();
    desk.open(uri);
    desk.save(uri, 'half a te', false);
    desk.save(uri, 'half a text, and the rest', false);
    // Nothing has changed since the editor saved it; the user says now that it is ready.
    desk.save(uri, 'half a text, and the rest');
    expect(await filled).to.equal('half a text, and the rest');
  });

  it('is filled in as soon as its file changes, where the editor tells nothing of it', async () => {
    await using desk = new Desk();
    const filled = desk.forms.fillIn(echo(), signal);
    writeFileSync(fileURLToPath(await desk.next()), 'filled in');
    expect(await filled).to.equal('filled in');
  });

  it('is dismissed where it is closed as it was, and its file goes', async () => {
    await using desk = new Desk();
    const filled = desk.forms.fillIn(echo(), signal).catch((error: unknown) => error);
    const uri = await desk.next();
    desk.open(uri);
    desk.close(uri);
    clock.tick(5000);
    expect(await filled).to.be.instanceOf(Dismissed);
    await gone(uri);
  });

  it('is not dismissed by an editor that reads the file anew', async () => {
    await using desk = new Desk();
    const filled = desk.forms.fillIn(echo(), signal);
    const uri = await desk.next();
    desk.open(uri);
    desk.close(uri);
    desk.open(uri.replace(/\/([^/]+)$/, (_, name: string) => `/${name.replace('f', '%66')}`));
    clock.tick(5000);
    desk.save(uri, 'later');
    expect(await filled).to.equal('later');
  });

  it('is shown again with what was saved, where that is wrong and the file is closed already', async () => {
    await using desk = new Desk();
    let refuse: (error: Error) => void = () => undefined;
    let tried: () => void = () => undefined;
    const trying = new Promise<void>((resolve) => (tried = resolve));
    const accept = (saved: string) =>
      saved.startsWith('precious')
        ? new Promise<string>((_resolve, reject) => {
            refuse = reject;
            tried();
          })
        : Promise.resolve(saved);
    const filled = desk.forms.fillIn(echo({ accept }), signal);
    const first = await desk.next();
    desk.open(first);
    desk.save(first, 'precious');
    desk.close(first);
    await trying;
    clock.tick(5000);
    await gone(first);
    refuse(new JiraError('validation', 'Not today.'));
    const second = await desk.next();
    expect(textOf(second)).to.equal('template Not today. precious');
    expect(desk.errors).to.deep.equal(['Not today.']);
    desk.open(second);
    desk.save(second, 'fine');
    expect(await filled).to.equal('fine');
  });

  it('holds a secret no longer while that is tried out, nor afterwards, whoever saves it once more', async () => {
    await using desk = new Desk();
    const seen: string[] = [];
    const filled: Promise<string> = desk.forms.fillIn(
      echo({
        meanwhile: 'trying',
        text: (problem) => `template ${problem ?? ''}`.trim(),
        accept: (saved) => {
          seen.push(textOf(uri));
          return echo().accept(saved);
        },
      }),
      signal,
    );
    const uri = await desk.next();
    desk.open(uri);
    desk.save(uri, 'wrong s3cret');
    await desk.error();
    expect(textOf(uri)).to.equal('template That is wrong.');
    desk.save(uri, 's3cret');
    await filled;
    expect(seen).to.deep.equal(['trying', 'trying']);
    desk.save(uri, 's3cret');
    await gone(uri);
  });

  it('ends what cannot be mended', async () => {
    await using desk = new Desk();
    const filled = desk.forms.fillIn(echo({ endsWith: ['invalidParams'] }), signal).catch((error: unknown) => error);
    const uri = await desk.next();
    desk.open(uri);
    desk.save(uri, 'wrong');
    expect(await filled).to.include({ kind: 'invalidParams' });
    await gone(uri);
  });

  it('takes the place of an older one of its name', async () => {
    await using desk = new Desk();
    const older = desk.forms.fillIn(echo(), signal).catch((error: unknown) => error);
    await desk.next();
    const newer = desk.forms.fillIn(echo(), signal);
    expect(await older).to.be.instanceOf(Dismissed);
    const uri = await desk.next();
    desk.open(uri);
    desk.save(uri, 'newer');
    expect(await newer).to.equal('newer');
  });

  it('goes when what it is for is called off, and when the agent ends', async () => {
    await using desk = new Desk();
    const abort = new AbortController();
    const called = desk.forms.fillIn(echo({ name: 'one.txt' }), abort.signal).catch((error: unknown) => error);
    const first = await desk.next();
    abort.abort();
    expect(await called).to.have.property('name', 'AbortError');
    await gone(first);
    const waiting = desk.forms.fillIn(echo({ name: 'two.txt' }), signal).catch((error: unknown) => error);
    const second = await desk.next();
    await desk.forms.close();
    expect(await waiting).to.be.instanceOf(Dismissed);
    expect(existsSync(fileURLToPath(second))).to.equal(false);
  });
});

describe('the files of forms', () => {
  it('of an agent that is gone are deleted by the next one, and those of another that runs are not', async () => {
    using folder = new TemporaryFolder();
    const forms = join(folder.path, 'forms');
    const mine = await createFormFiles(forms, () => undefined).create('a.txt', 'text');
    const [own = ''] = readdirSync(forms);
    for (const name of ['999999999-abc', 'odd', '0-abc']) {
      mkdirSync(join(forms, name));
      writeFileSync(join(forms, name, 'jira-sign-in.txt'), 'token: s3cret');
    }
    await createFormFiles(forms, () => undefined).sweep();
    expect(readdirSync(forms)).to.deep.equal([own]);
    expect(existsSync(mine.path)).to.equal(true);
    await mine.remove();
  });
});
