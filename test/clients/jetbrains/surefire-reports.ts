/** What Maven’s tests came to, from the reports of Surefire, and of Failsafe, which tests what was packed. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One test of JUnit. */
export interface JUnitTest {
  /** For instance `AgentTest restarts an agent that died`. */
  readonly title: string;
  /** What it failed with, or that it was left out; `undefined` where it passed. */
  readonly failure: string | undefined;
}

/** The reports of a module of Maven. */
export class SurefireReports {
  /** The folder of the module, below that of the client. */
  readonly module: string;
  readonly #sources: string;
  readonly #folders: readonly string[];

  constructor(client: string, module: string) {
    this.module = module;
    this.#sources = join(client, module, 'src', 'test', 'java');
    this.#folders = ['surefire-reports', 'failsafe-reports'].map((reports) => join(client, module, 'target', reports));
  }

  /** The classes of tests that there are, with their packages: those that Maven runs, by their names. */
  get classes(): string[] {
    if (!existsSync(this.#sources)) return [];
    return readdirSync(this.#sources, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(Test|IT)\.java$/.test(entry.name))
      .map((entry) => relative(this.#sources, join(entry.parentPath, entry.name)).replace(/\.java$/, '').split(sep).join('.'))
      .sort();
  }

  /** The classes of which there is a report. */
  get reported(): string[] {
    return this.#files().map((file) => /TEST-(.*)\.xml$/.exec(file)![1]!).sort();
  }

  /** The tests that were run. @throws {Error} where a report does not add up */
  get tests(): JUnitTest[] {
    return this.#files().flatMap((file) => testsOf(file, readFileSync(file, 'utf8')));
  }

  /** Takes away those of an earlier run. */
  remove(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  #files(): string[] {
    const all = this.#folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder).sort().map((name) => join(folder, name)));
    return all.filter((file) => /TEST-[^/\\]*\.xml$/.test(file));
  }
}

/** A report has one element for each test, with none of its kind within, and says itself how many failed. */
function testsOf(file: string, text: string): JUnitTest[] {
  const report = text.replaceAll(/<system-(out|err)>.*?<\/system-\1>/gs, '');
  const tests = [...report.matchAll(/<testcase\b([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs)].map(([, attributes = '', content = '']) => {
    const test = attributeOf(attributes, 'classname').replace(/^.*\./, '');
    return { title: `${test} ${attributeOf(attributes, 'name')}`, failure: failureIn(content) };
  });
  const [, suite = ''] = /<testsuite\b([^>]*)>/.exec(report) ?? [];
  const [all, ...failed] = ['tests', 'failures', 'errors', 'skipped'].map((name) => Number(attributeOf(suite, name)));
  const told = failed.reduce((sum, each) => sum + each, 0);
  const found = tests.filter(({ failure }) => failure !== undefined).length;
  if (all !== tests.length || told !== found) throw new Error(`${file} tells of ${all} tests and ${told} failures, and holds ${tests.length} and ${found}.`);
  return tests;
}

function failureIn(content: string): string | undefined {
  const [, kind, attributes = '', text = ''] = /<(failure|error|skipped)\b([^>]*?)(?:\/>|>(.*?)<\/\1>)/s.exec(content) ?? [];
  if (kind === undefined) return undefined;
  if (kind === 'skipped') return `It was left out: ${attributeOf(attributes, 'message')}`;
  return plain(text.replace(/^\s*<!\[CDATA\[(.*?)\]\]>\s*$/s, '$1')) || attributeOf(attributes, 'message') || kind;
}

function attributeOf(attributes: string, name: string): string {
  return plain(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all: string, decimal?: string, hex?: string, name = '') => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[name] ?? all;
  });
}
