/** `jira-language-server org`: what an administrator does for everybody, in a terminal. */
import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrganizationStatus } from '../../protocol/organization.ts';
import { agentFile, agentNode } from '../support/agent.ts';
import { agentEnvironment } from '../support/environment.ts';
import { askingUser, openJira } from '../support/jira.ts';
import { approve, startColleague, teamPassphrase, untilProviders } from '../support/organization.ts';
import { type Postgres, rolePassword, startPostgres } from '../support/postgres.ts';
import { startAgent } from '../support/agent.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

describe('jira-language-server org', () => {
  let postgres: Postgres;
  let folder: TemporaryFolder;

  before(async () => {
    postgres = await startPostgres();
    folder = new TemporaryFolder();
  });
  after(async () => {
    folder[Symbol.dispose]();
    await postgres[Symbol.asyncDispose]();
  });

  /** Runs a command as a role of the database. */
  const org = (role: string, args: readonly string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const environment = agentEnvironment(folder.path, { JIRA_ORGANIZATION: postgres.address(role), ...env });
      const child = execFile(agentNode, [agentFile, 'org', ...args, '--storage', join(folder.path, role)], { env: environment }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
      child.stdin?.end(input);
    });
  const json = async (role: string, args: readonly string[], options: Parameters<typeof org>[2] = {}): Promise<never> => {
    const { code, stdout, stderr } = await org(role, [...args, '--json'], options);
    expect([code, stderr]).to.deep.equal([0, '']);
    return JSON.parse(stdout) as never;
  };

  it('goes from an empty database to everybody’s access and back, without an editor', async () => {
    await using jira = await openJira({ issues: 5 });
    const refused = await org('owner', ['set-up', 'Example']);
    expect(refused.code).to.equal(1);
    expect(refused.stderr).to.include('passphrase');
    const { administrators, members } = await json('owner', ['set-up', 'Example', '--passphrase'], { input: `${teamPassphrase}\n` }) as { administrators: string; members: string };
    postgres.createRoles(['chief'], administrators);
    postgres.createRoles(['mia'], members);

    await using maker = await startAgent();
    const { privateKey, applicationLink } = await maker.request('jira/generateKeyPair', { bits: 1024, exportPrivateKey: true });
    jira.createApplicationLink(applicationLink);
    const key = join(folder.path, 'key.pem');
    writeFileSync(key, privateKey!);
    const published = await org('chief', ['publish', '--base-url', jira.baseUrl, '--type', 'oauth1', '--consumer-key', applicationLink.consumerKey, '--key', key, '--name', 'Shop']);
    expect([published.code, published.stderr]).to.deep.equal([0, '']);
    expect(published.stdout).to.match(/Shop {2}http.*\n {4}id \S+, oauth1, consumer key/);
    const id = /id (\S+),/.exec(published.stdout)![1]!;

    await using mia = await startColleague(postgres, 'mia');
    await untilProviders(mia, (providers) => providers[0]?.name === 'Shop');
    await approve(mia, id, 'bob', teamPassphrase);
    const rotation = await json('chief', ['rotate', id]) as { fingerprint: string; applicationLink: typeof applicationLink; provider: { keys: { fingerprint: string }[] } };
    jira.createApplicationLink(rotation.applicationLink);
    expect(await askingUser(mia, jira)).to.equal('bob');
    const retired = await org('chief', ['retire', id, rotation.provider.keys[0]!.fingerprint]);
    expect(retired.stdout).to.include(rotation.fingerprint);

    const status = await json('chief', ['status']) as OrganizationStatus;
    expect(status.organizations[0]).to.include({ name: 'Example', role: 'administrator' });
    expect((await org('chief', ['status'])).stdout).to.include('you are administrator').and.include(rotation.fingerprint);
    expect((await org('mia', ['withdraw', id])).code, 'a member may not').to.equal(1);
    expect((await org('chief', ['withdraw', id])).code).to.equal(0);
    await mia.waitFor('jira/providersChanged', ({ providers }) => providers.length === 0);
  });

  it('keeps the password of the database with the user’s secrets, and takes it from there', async () => {
    const address = postgres.address('owner').replace(/:[^:@]*@/, '@');
    const storage = join(folder.path, 'owner');
    const kept = await org('owner', ['password'], { input: `${rolePassword}\n`, env: { JIRA_ORGANIZATION: address } });
    expect([kept.code, kept.stderr]).to.deep.equal([0, '']);
    await using agent = await startAgent({ storage, initializationOptions: { organization: address } });
    expect((await agent.request('jira/organization', {})).state).to.equal('connected');
    expect(agent.everythingWritten).to.not.include(rolePassword);
  });

  it('prints the file of a repository', async () => {
    await using jira = await openJira({ issues: 5 });
    const storage = join(folder.path, 'owner');
    await using maker = await startAgent({ storage });
    const { id, applicationLink } = await maker.request('jira/generateKeyPair', { bits: 1024 });
    jira.createApplicationLink(applicationLink);
    const authentication = { type: 'oauth1', consumerKey: applicationLink.consumerKey, keyPair: id } as const;
    const { provider } = await maker.request('jira/configure', { baseUrl: jira.baseUrl, authentication });
    const first = await org('owner', ['file', provider.id, '--passphrase'], { env: { JIRA_PASSPHRASE: teamPassphrase } });
    expect([first.code, first.stderr]).to.deep.equal([0, '']);
    expect(keysIn(first.stdout)).to.deep.equal([provider.authentication.keyFingerprint]);

    const former = join(folder.path, '.jira.json');
    writeFileSync(former, first.stdout);
    const next = await maker.request('jira/generateKeyPair', { bits: 1024 });
    await maker.request('jira/configure', { provider: provider.id, baseUrl: jira.baseUrl, authentication: { ...authentication, keyPair: next.id } });
    const second = await org('owner', ['file', provider.id, '--passphrase', '--former', former], { env: { JIRA_PASSPHRASE: teamPassphrase } });
    expect(keysIn(second.stdout), 'the old key and the new one').to.deep.equal([provider.authentication.keyFingerprint, next.fingerprint]);
  });

  it('says what is wrong with a command line, and does nothing', async () => {
    for (const [args, code, words] of [
      [[], 2, /command is missing/],
      [['nonsense'], 2, /no command “nonsense”/],
      [['retire', 'x'], 2, /takes 2 operands/],
      [['publish', '--base-url', 'x', '--type', 'nothing'], 1, /authentication/],
      [['rotate', 'x'], 1, /not published/],
      [['set-up', 'Example', '--recipient', 'nobody'], 1, /age1/],
      [['file', 'nothing', '--passphrase'], 1, /no such provider/i],
    ] as const) {
      const result = await org('owner', args, { env: { JIRA_PASSPHRASE: teamPassphrase } });
      expect(result.code, args.join(' ')).to.equal(code);
      expect(result.stderr).to.match(words);
      expect(result.stdout).to.equal('');
    }
  });
});

function keysIn(text: string): string[] {
  const { servers } = JSON.parse(text) as { servers: { authentication: { keys: { fingerprint: string }[] } }[] };
  return servers[0]!.authentication.keys.map(({ fingerprint }) => fingerprint);
}
