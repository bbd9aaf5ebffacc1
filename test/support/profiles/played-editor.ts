/** One editor with one person in front of it: what the agent shows them, and what they fill in. */
import { EventEmitter, once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams, ShowMessageParams } from 'vscode-languageserver/node';
import type { CommandName } from '../../../protocol/methods.ts';
import { type Agent, type AgentOptions, startAgent } from '../agent.ts';
import { answersOf, type EditorProfile } from './profile.ts';

/** A question that was asked. */
export interface Question {
  readonly message: string;
  readonly titles: readonly string[];
}

/** An editor of a profile: `await using editor = await PlayedEditor.open(profile)`. */
export class PlayedEditor implements AsyncDisposable {
  readonly profile: EditorProfile;
  /** Every question so far. */
  readonly questions: Question[] = [];
  /** Whether the person dismisses questions, and does not pick the first answer: the only one that vim-lsp gives back. */
  dismisses = false;
  readonly #shown: { readonly uri?: string; readonly message?: string }[] = [];
  readonly #events = new EventEmitter();
  #agent: Agent | undefined;
  #version = 0;

  private constructor(profile: EditorProfile) {
    this.profile = profile;
  }

  /** Starts an agent, whose system has no browser. */
  static async open(profile: EditorProfile, options: AgentOptions = {}): Promise<PlayedEditor> {
    const editor = new PlayedEditor(profile);
    const answers = answersOf(profile, (message, titles) => {
      editor.questions.push({ message, titles });
      return editor.dismisses ? undefined : titles[0];
    });
    editor.#agent = await startAgent({
      capabilities: profile.capabilities,
      env: { PATH: '/nonexistent' },
      ...options,
      ...answers,
      showDocument: (params) => {
        editor.#show({ uri: params.uri });
        return profile.showDocument?.(params) ?? true;
      },
    });
    editor.agent.editor.onNotification('window/showMessage', (params) => editor.#show({ message: (params as ShowMessageParams).message }));
    return editor;
  }

  get agent(): Agent {
    return this.#agent!;
  }

  /** Runs a command as the editor does. @param args the object that the command takes */
  async run(command: CommandName, args?: object): Promise<unknown> {
    const given = args === undefined ? this.profile.noArguments : [args];
    return this.agent.send('workspace/executeCommand', { command, ...(given === undefined ? {} : { arguments: given }) });
  }

  /** Opens a document, and waits for nothing. */
  async openDocument(uri: string, languageId: string, text: string): Promise<void> {
    await this.agent.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: (this.#version += 1), text } });
  }

  /** The path of the document that the agent shows next, or tells the person to open; it is told only once. */
  async shownFile(name: string): Promise<string> {
    return this.#next(({ uri, message }) => {
      const path = uri?.startsWith('file:') === true ? fileURLToPath(uri) : /^Open (\/[^,\n]*)/.exec(message ?? '')?.[1];
      return path?.endsWith(name) === true ? path : undefined;
    });
  }

  /** Waits for the page of an issue, wherever the editor shows it. */
  async shownPage(key: string): Promise<string> {
    const { textDocumentContent } = this.profile.capabilities.workspace ?? {};
    if (textDocumentContent === undefined) return readFile(await this.shownFile(`${key}.md`), 'utf8');
    const uri = await this.#next((shown) => (shown.uri?.startsWith('jira:') === true && shown.uri.endsWith(`/${key}.md`) ? shown.uri : undefined));
    return ((await this.agent.send('workspace/textDocumentContent', { uri })) as { text: string }).text;
  }

  /** Waits for diagnostics of a document that are not none. */
  async nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      this.agent.editor.onNotification('textDocument/publishDiagnostics', (params) => {
        const published = params as PublishDiagnosticsParams;
        if (published.uri === uri && published.diagnostics.length > 0) resolve(published);
      });
    });
  }

  /** The address that the agent opens next, or tells the person to open. */
  async shownAddress(): Promise<string> {
    return this.#next(({ uri, message }) => (uri?.startsWith('http') === true ? uri : /^Open this address in your browser: (\S+)$/.exec(message ?? '')?.[1]));
  }

  /** Waits for a message to the person. */
  async shownMessage(pattern: RegExp): Promise<string> {
    return this.#next(({ message }) => (pattern.test(message ?? '') ? message : undefined));
  }

  /** Waits for a form, writes values after the names of its fields, and saves it as the editor does. */
  async fillIn(name: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const path = await this.shownFile(name);
    const uri = pathToFileURL(path).href;
    let text = await readFile(path, 'utf8');
    await this.openDocument(uri, 'plaintext', text);
    for (const [field, value] of Object.entries(fields)) text = text.replace(new RegExp(`^${field}:.*$`, 'm'), `${field}: ${value}`);
    await this.agent.notify('textDocument/didChange', { textDocument: { uri, version: (this.#version += 1) }, contentChanges: [{ text }] });
    await writeFile(path, text);
    await this.agent.notify('textDocument/didSave', { textDocument: { uri } });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.agent[Symbol.asyncDispose]();
  }

  #show(shown: { readonly uri?: string; readonly message?: string }): void {
    this.#shown.push(shown);
    this.#events.emit('shown');
  }

  async #next(wanted: (shown: { readonly uri?: string; readonly message?: string }) => string | undefined): Promise<string> {
    for (;;) {
      const index = this.#shown.findIndex((shown) => wanted(shown) !== undefined);
      if (index >= 0) return wanted(this.#shown.splice(index, 1)[0]!)!;
      await once(this.#events, 'shown');
    }
  }
}
