/** A page of HTML in a tab of the editor: its frame, and what it and the extension say to each other. */
import { env, type ExtensionContext, Uri, type WebviewPanel, workspace } from 'vscode';
import { isCancelled, problemOf } from '../problems.ts';
import type { Html } from './html.ts';
import { type FromPage, type PageState, readMessage, type ToPage } from './messages.ts';
import { shell } from './shell.ts';

/** What a page is for. */
export interface WebPageOptions {
  readonly title: string;
  /** Kept by VS Code, and given back when the window is opened again. */
  readonly place: unknown;
  readonly body: Html;
  /** Does what the user asks for; what is thrown is shown in the page. */
  readonly act: (message: Exclude<FromPage, { type: 'ready' }>) => Promise<void>;
}

/** A page. While it is hidden it is not there: what it shows is told again when it comes back. */
export class WebPage {
  readonly panel: WebviewPanel;
  readonly #options: WebPageOptions;
  readonly #waiting: ToPage[] = [];
  #regions: Readonly<Record<string, string>> = {};
  #state: PageState = 'loading';
  #isReady = false;

  constructor(panel: WebviewPanel, options: WebPageOptions) {
    this.panel = panel;
    this.#options = options;
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.onDidReceiveMessage((message) => this.#receive(message));
    panel.onDidChangeViewState(() => (this.#isReady &&= panel.visible));
  }

  /** Loads the frame. */
  async open(context: ExtensionContext): Promise<void> {
    const { title, place, body } = this.#options;
    const [style, script] = await Promise.all(['page.css', 'page.js'].map((name) => readText(Uri.joinPath(context.extensionUri, 'media', name))));
    this.panel.webview.html = shell({ title, language: env.language, style: style!, script: script!, place, body });
  }

  /** Shows parts anew; the others stay. */
  show(state: PageState, regions: Readonly<Record<string, Html>>): void {
    this.#state = state;
    this.#regions = { ...this.#regions, ...Object.fromEntries(Object.entries(regions).map(([name, { text }]) => [name, text])) };
    if (this.#isReady) void this.panel.webview.postMessage({ type: 'show', state, regions: this.#regions } satisfies ToPage);
  }

  /** Says something to the page, as soon as it can hear it. */
  say(message: ToPage): void {
    if (this.#isReady) void this.panel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  #receive(given: unknown): void {
    const message = readMessage(given);
    if (message === undefined) return;
    if (message.type === 'ready') this.#ready();
    else this.#options.act(message).catch((error: unknown) => this.#failed(message, error));
  }

  #ready(): void {
    this.#isReady = true;
    this.say({ type: 'show', state: this.#state, regions: this.#regions });
    for (const message of this.#waiting.splice(0)) this.say(message);
  }

  #failed(message: FromPage, error: unknown): void {
    const { message: text, fields } = isCancelled(error) ? { message: '', fields: {} } : problemOf(error);
    if (message.type === 'submit') this.say({ type: 'result', form: message.form, isDone: false, message: text, fields });
    else this.say({ type: 'status', text });
  }
}

async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
