/** VS Code with the extension in it, opened for one test: `await using vsCode = await openVsCode({ … })`. */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { eventually } from './eventually.ts';
import { builtExtension } from './extension.ts';
import { extensions, Server, userData } from './server.ts';
import { Window } from './window.ts';

/** What a VS Code is opened with. */
export interface VsCodeOptions {
  /** Settings of the user, beside those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the folder that is open: path and text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Called with the folder that will be open, before it is. */
  readonly prepare?: (folder: string, home: string) => Promise<void>;
  readonly env?: Record<string, string | undefined>;
  /** The folder of the extension in it; by default the one under test. */
  readonly extension?: string;
}

/** Opens VS Code with a folder, and waits until its window can be used. */
export async function openVsCode(options: VsCodeOptions = {}): Promise<VsCode> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'jira-vscode-')));
  const close = new Closing(() => rm(home, { recursive: true, force: true, maxRetries: 10 }));
  try {
    const folder = join(home, 'project');
    await prepare(home, folder, options);
    const server = await Server.start({ home, ...(options.env === undefined ? {} : { env: options.env }) });
    close.first(() => server[Symbol.asyncDispose]());
    const browser = await chromium.launch({ executablePath: process.env['JIRA_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: chromiumArguments });
    close.first(() => browser.close());
    const context = await newContext(browser);
    return new VsCode({ home, folder, server, context, window: await openWindow(context, server, folder) }, close);
  } catch (error) {
    await close.all();
    throw error;
  }
}

/** What is to be closed at the end, the newest first. */
class Closing {
  readonly #steps: (() => Promise<void>)[];

  constructor(last: () => Promise<void>) {
    this.#steps = [last];
  }

  first(step: () => Promise<void>): void {
    this.#steps.unshift(step);
  }

  async all(): Promise<void> {
    for (const step of this.#steps.splice(0)) await step();
  }
}

async function prepare(home: string, folder: string, options: VsCodeOptions): Promise<void> {
  await mkdir(folder);
  for (const [path, text] of Object.entries(options.files ?? {})) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await options.prepare?.(folder, home);
  await writeSettings(home, { ...quiet, ...options.settings });
  await installExtension(home, options.extension ?? (await builtExtension()));
}

/** A running VS Code. */
export class VsCode implements AsyncDisposable {
  /** Its home: what it writes is below. */
  readonly home: string;
  /** The folder that is open. */
  readonly folder: string;
  readonly server: Server;
  /** The browser that its windows are in, which is the user's own browser too. */
  readonly context: BrowserContext;
  /** The first window. */
  readonly window: Window;
  readonly #closing: Closing;

  constructor(parts: Pick<VsCode, 'home' | 'folder' | 'server' | 'context' | 'window'>, closing: Closing) {
    ({ home: this.home, folder: this.folder, server: this.server, context: this.context, window: this.window } = parts);
    this.#closing = closing;
  }

  /** Opens another window. @param folder by default the same */
  openWindow(folder = this.folder): Promise<Window> {
    return openWindow(this.context, this.server, folder);
  }

  /** Changes the settings of the user as a person does, in the editor; those that are left out go. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const { page } = this.window;
    await this.window.command('Preferences: Open User Settings (JSON)');
    await page.locator('.editor-instance[aria-label^="settings.json"] .view-lines', { hasText: 'workbench.startupEditor' }).click();
    const text = textOf({ ...quiet, ...settings });
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    for (const keys of ['Control+A', 'Control+V', 'Control+S']) await page.keyboard.press(keys);
    await eventually('changed settings', async () => (await readFile(settingsFile(this.home), 'utf8')) === text);
    await this.window.command('View: Close Editor');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#closing.all();
  }
}

/** Nothing moves, nothing is advertised, and nothing is asked for outside. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.enableExperiments': false,
  // Pictures are taken in both, by what the browser prefers.
  'window.autoDetectColorScheme': true,
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
  'git.autofetch': false,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.commandCenter': false,
};

const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-prefers-reduced-motion'];

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'] });
  context.setDefaultTimeout(45_000);
  await context.route((url) => !/^(127\.\d+\.\d+\.\d+|localhost)$/.test(url.hostname), (route) => route.abort());
  return context;
}

async function openWindow(context: BrowserContext, { address }: Server, folder: string): Promise<Window> {
  const page = await context.newPage();
  await page.goto(`${address}/?folder=${encodeURIComponent(folder)}`);
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
  return new Window(page);
}

async function writeSettings(home: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  const file = settingsFile(home);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, textOf(settings));
}

function settingsFile(home: string): string {
  return join(userData(home), 'User', 'settings.json');
}

function textOf(settings: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(settings, undefined, 2);
}

/** VS Code loads the folders that it finds at its start. */
async function installExtension(home: string, folder: string): Promise<void> {
  const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  await cp(folder, join(extensions(home), `${publisher}.${name}-${version}`), { recursive: true });
}
