/** What Maven’s tests came to, from the reports of Surefire, and of Failsafe, which tests what was packed. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** One test of JUnit. */
export interface JUnitTest {
  /** For instance `AgentTest restarts an agent that died`. */
  readonly title: string;
  /** What it failed with, or that it was left out; `undefined` where it passed. */
  readonly failure: string | undefined;
}

/** A module of Maven. @param name its folder below that of the client */
export class SurefireReports {
  readonly name: string;
  readonly #folders: readonly string[];

  constructor(client: string, name: string) {
    this.name = name;
    this.#folders = ['surefire-reports', 'failsafe-reports'].map((reports) => join(client, name, 'target', reports));
  }

  /** Takes away those of an earlier run. */
  remove(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }

  /** The tests that were run; none where there are no reports. */
  read(): JUnitTest[] {
    const files = this.#folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder).sort().map((name) => join(folder, name)));
    return files.filter((file) => /TEST-[^/\\]*\.xml$/.test(file)).flatMap((file) => testsOf(readFileSync(file, 'utf8')));
  }
}

/** A report has one element for each test, with none of its kind within. */
function testsOf(report: string): JUnitTest[] {
  return [...report.matchAll(/<testcase\b([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs)].map(([, attributes = '', content = '']) => {
    const test = attributeOf(attributes, 'classname').replace(/^.*\./, '');
    return { title: `${test} ${attributeOf(attributes, 'name')}`, failure: failureIn(content) };
  });
}

function failureIn(content: string): string | undefined {
  const [, kind, attributes = '', text = ''] = /<(failure|error|skipped)\b([^>]*?)(?:\/>|>(.*?)<\/\1>)/s.exec(content) ?? [];
  if (kind === undefined) return undefined;
  if (kind === 'skipped') return `It was left out: ${attributeOf(attributes, 'message')}`;
  return plain(text.replace(/^\s*<!\[CDATA\[(.*?)\]\]>\s*$/s, '$1')) || attributeOf(attributes, 'message');
}

function attributeOf(attributes: string, name: string): string {
  return plain(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name = '') => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[name as string] ?? (all as string);
  });
}
