/** Another user of the same machine, beside whose eyes everything lies that is not closed to them. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { startAgent } from '../support/agent.ts';
import { connectByToken, openJira } from '../support/jira.ts';

const nobody = 65_534;

/** What a program of another user sees. Only root can try it; for anybody else, the modes of the files have to do. */
function asNobody(script: string): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { uid: nobody, gid: nobody, cwd: '/', env: {}, encoding: 'utf8' });
  assert.strictEqual(stderr, '');
  return stdout.trim();
}

/** A script that says the code of the error, or `open`. */
const attempt = (action: string): string => `try { ${action}; console.log('open'); } catch (error) { console.log(error.code); }`;

describe('another user of the machine', () => {
  it('reads no file of the agent, lists none, and puts none there, although the folder above is open', async () => {
    const shared = await mkdtemp(join(tmpdir(), 'jira-shared-'));
    try {
      await chmod(shared, 0o777);
      const storage = join(shared, 'storage');
      await using jira = await openJira({ issues: 1 });
      await using agent = await startAgent({ storage });
      await connectByToken(agent, jira);
      for (const action of [
        `fs.readFileSync(${JSON.stringify(join(storage, 'secrets.json'))})`,
        `fs.readFileSync(${JSON.stringify(join(storage, 'providers.json'))})`,
        `fs.readdirSync(${JSON.stringify(storage)})`,
        `fs.writeFileSync(${JSON.stringify(join(storage, 'planted.json'))}, '{}')`,
        `fs.writeFileSync(${JSON.stringify(join(storage, 'secrets.json'))}, '{}')`,
        `fs.renameSync(${JSON.stringify(join(storage, 'secrets.json'))}, ${JSON.stringify(join(shared, 'mine.json'))})`,
      ]) {
        assert.include(['EACCES', undefined], asNobody(attempt(action)), action);
      }
      assert.strictEqual((await stat(storage)).mode & 0o777, 0o700);
    } finally {
      await rm(shared, { recursive: true });
    }
  });

  it('sees the arguments of the process, which say nothing, and not its environment', async () => {
    await using jira = await openJira({ issues: 1 });
    await using agent = await startAgent({ env: { HTTPS_PROXY: 'http://mia:secret-of-the-proxy@proxy.invalid' } });
    await connectByToken(agent, jira);
    const folder = `/proc/${agent.process.pid}`;
    const visible = asNobody(`console.log(fs.readFileSync('${folder}/cmdline', 'utf8').split('\\0').slice(2).join(' '))`);
    assert.include([`--stdio --storage ${agent.storage}`, undefined], visible);
    for (const file of ['environ', 'mem', 'fd/0']) assert.include(['EACCES', undefined], asNobody(attempt(`fs.readFileSync('${folder}/${file}')`)), file);
  });
});
