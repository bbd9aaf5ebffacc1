/** `jira-language-server doctor`: the same findings, in a terminal. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assert } from 'chai';
import type { Finding } from '../../protocol/doctor.ts';
import { agentFile, agentNode, startAgent } from '../support/agent.ts';
import { bundledFiles } from '../support/bundle.ts';
import { agentEnvironment } from '../support/environment.ts';
import { askDoctor, Findings } from '../support/findings.ts';
import { connectByToken, openJira } from '../support/jira.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const listLoadedFiles = ['--require', join(import.meta.dirname, '..', 'unit', 'build', 'support', 'loaded-files.cjs')];

describe('jira-language-server doctor', () => {
  let folder: TemporaryFolder;
  let storage: string;

  beforeEach(() => {
    folder = new TemporaryFolder();
    storage = join(folder.path, 'storage');
  });
  afterEach(() => folder[Symbol.dispose]());

  const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const env = { ...agentEnvironment(folder.path), LOADED_FILES: join(folder.path, 'loaded.json') };
      execFile(agentNode, [...listLoadedFiles, agentFile, 'doctor', ...args], { env }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });
  const shape = (findings: readonly Finding[]): string[] => findings.map(({ check, outcome }) => `${check} ${outcome}`);
  /** Times differ from one examination to the next. */
  const timeless = (text: string): string => text.replaceAll(/\d+ m?s\b/g, '… s');

  it('prints what jira/doctor answers, as text and as JSON, and ends with 0', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ storage });
    await connectByToken(agent, jira);
    const { all } = await askDoctor(agent);

    const json = await run('--storage', storage, '--json');
    const printed = new Findings((JSON.parse(json.stdout) as { findings: Finding[] }).findings);
    assert.deepEqual(shape(printed.all), shape(all));
    assert.strictEqual(timeless(JSON.stringify(printed.all)), timeless(JSON.stringify(all)));
    assert.deepEqual([json.code, json.stderr], [0, '']);

    const text = await run('--storage', storage);
    const lines = text.stdout.trimEnd().split('\n');
    assert.deepEqual(lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(/\s+/, 2).reverse().join(' ')), shape(all));
    for (const { detail, hint } of all) {
      assert.include(timeless(text.stdout), timeless(detail));
      if (hint !== undefined) assert.include(text.stdout, `→ ${hint}\n`);
    }
    assert.deepEqual([text.code, text.stderr], [0, '']);
  });

  it('ends with 1 where something failed', async () => {
    const jira = await openJira();
    await using agent = await startAgent({ storage });
    await connectByToken(agent, jira);
    await jira.close();
    const { code, stdout } = await run('--storage', storage);
    assert.strictEqual(code, 1);
    assert.match(stdout, /^failed {3}tls +Nothing listens at 127\.0\.0\.1:\d+.*\n +→ .*VPN/m);
    assert.match(stdout, /^skipped {2}login +Not checked, since `tls` failed\.$/m);
  });

  it('examines one provider alone, and says where there is no such one', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ storage });
    const { id } = await connectByToken(agent, jira);
    await connectByToken(agent, jira, 'viewer');
    const { code, stdout } = await run('--storage', storage, '--provider', id);
    assert.strictEqual(code, 0);
    assert.match(stdout, /login +Logged in as Alice/);
    assert.notInclude(stdout, 'Vera');
    const unknown = await run('--storage', storage, '--provider', 'nobody');
    assert.deepEqual([unknown.code, unknown.stdout], [2, '']);
    assert.match(unknown.stderr, /^There is no .*provider/);
  });

  it('takes the folder of the platform, and says what may be written after it', async () => {
    const { code, stdout } = await run();
    assert.strictEqual(code, 0);
    assert.include(stdout, join(folder.path, '.local', 'share', 'jira-language-server'));
    const mistaken = await run('--stdio');
    assert.deepEqual([mistaken.code, mistaken.stdout], [2, '']);
    assert.match(mistaken.stderr, /--stdio.*\n[^]*doctor \[--storage DIR\] \[--provider ID\] \[--json\]/);
    assert.match((await run('--help')).stdout, /^doctor examines /m);
  });

  it('shows no control characters of a name', async () => {
    await using jira = await openJira();
    await using agent = await startAgent({ storage });
    for (const user of ['alice', 'bob']) {
      const token = jira.createToken(user);
      await agent.request('jira/configure', { name: `\u001B[31m${user}\u202E`, baseUrl: jira.baseUrl, authentication: { type: 'token', token } });
    }
    assert.notMatch((await run('--storage', storage)).stdout, /[\u001B\u202E]/);
  });

  it('loads no LSP', async () => {
    await run('--storage', storage);
    const loaded = new Set((JSON.parse(readFileSync(join(folder.path, 'loaded.json'), 'utf8')) as string[]).map((file) => basename(file)));
    const inputs = bundledFiles.filter(({ name }) => loaded.has(name)).flatMap((file) => file.inputs);
    assert.include(inputs, 'src/cli/doctor.ts');
    assert.deepEqual(inputs.filter((path) => /node_modules\/vscode-|src\/server\/(start|dispatch)\.ts/.test(path)), []);
  });
});
