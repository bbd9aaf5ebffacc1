/** What the organization's database itself allows, asked with plain SQL; and how it is with a pooler before it. */
import { expect } from 'chai';
import { expectError, startAgent } from '../support/agent.ts';
import { openJira } from '../support/jira.ts';
import { approve, publish, setUpOrganization, startColleague, teamPassphrase, untilProviders } from '../support/organization.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

const tables = ['organizations', 'providers', 'keys', 'reports', 'migrations'] as const;

describe('the database of two organizations', () => {
  let postgres: Postgres;
  let jira: Awaited<ReturnType<typeof openJira>>;

  before(async () => {
    postgres = await startPostgres(['max_connections = 40']);
    await setUpOrganization(postgres, 'One', 'chief-one', ['mia']);
    await setUpOrganization(postgres, 'Two', 'chief-two', ['tom']);
    postgres.createRoles(['stranger']);
    jira = await openJira({ issues: 5 });
    for (const chief of ['chief-one', 'chief-two']) {
      await using agent = await startColleague(postgres, chief);
      await publish(agent, jira);
    }
  });
  after(async () => {
    await jira.close();
    await postgres[Symbol.asyncDispose]();
  });

  const sql = (statement: string, role: string): string => postgres.sql(statement.replaceAll('$', 'jira_language_server.'), role);
  const refused = (statement: string, role: string): void => {
    expect(() => sql(statement, role), `${role}: ${statement}`).to.throw(/permission denied|row-level security|must be owner|not? member|no such provider/i);
  };
  const count = (table: string, role: string): string => sql(`select count(*) from $${table}`, role);

  it('shows a member the rows of the own organization, and those of no other', () => {
    expect(sql('select name from $organizations', 'mia')).to.equal('One');
    expect(sql('select name from $organizations', 'tom')).to.equal('Two');
    for (const role of ['mia', 'tom', 'chief-one', 'chief-two']) {
      for (const table of ['organizations', 'providers', 'keys']) expect(count(table, role), `${role} ${table}`).to.equal('1');
      expect(sql("select count(*) from $organizations where name <> (case when current_user in ('mia', 'chief-one') then 'One' else 'Two' end)", role)).to.equal('0');
    }
    expect(count('organizations', 'owner')).to.equal('2');
  });

  it('lets a member write nothing, and change no right', () => {
    for (const statement of [
      "update $organizations set name = 'Mine'", "update $organizations set recipients = '{}'", 'update $organizations set administrators = members',
      "insert into $organizations (name, administrators, members) values ('Mine', 'mia', 'mia')", 'delete from $organizations',
      "update $providers set base_url = 'https://evil.example.com'", "insert into $providers (organization, name, base_url, type) values (1, 'x', 'https://evil.example.com', 'token')", 'delete from $providers',
      'update $keys set private_key = identity', 'delete from $keys', 'select * from $reports', 'delete from $reports', 'truncate $providers',
      'alter table $providers disable row level security', 'drop policy seen on $providers', 'create table $mine ()', 'drop schema jira_language_server cascade',
      "insert into $migrations (version, oldest_reader) values (99, 99)", 'set role "chief-one"', 'set role "jira_one_administrators"', "create function $f() returns int language sql as 'select 1'",
      'alter function $tell_change() owner to mia', 'set session authorization "chief-one"',
    ]) refused(statement, 'mia');
  });

  it('lets an administrator change the own organization, and nothing of another, nor the tables', () => {
    const [one, two] = ['One', 'Two'].map((name) => sql(`select id from $organizations where name = '${name}'`, 'owner'));
    expect(sql(`update $providers set name = 'Renamed' where organization = ${one} returning name`, 'chief-one')).to.equal('Renamed');
    for (const statement of [`update $providers set name = 'Taken' where organization = ${two} returning name`, `delete from $keys where organization = ${two} returning 1`, `update $organizations set recipients = '{}' where id = ${two} returning 1`]) {
      expect(sql(statement, 'chief-one'), statement).to.equal('');
    }
    refused(`insert into $providers (organization, name, base_url, type) values (${two}, 'x', 'https://evil.example.com', 'token')`, 'chief-one');
    refused(`update $providers set organization = ${two}`, 'chief-one');
    refused("update $organizations set name = 'Two'", 'chief-one');
    refused("update $organizations set members = 'tom'", 'chief-one');
    refused('alter table $keys add column clear text', 'chief-one');
    expect(count('keys', 'tom')).to.equal('1');
  });

  it('shows a stranger nothing', () => {
    for (const table of tables) refused(`select * from $${table}`, 'stranger');
    refused("select $report(1, 'a-reporter-of-16', null, 'x')", 'stranger');
  });

  it('takes reports from members of the organization alone, and nothing that is not as a report is', () => {
    const row = sql('select id from $providers', 'mia');
    const fingerprint = sql('select fingerprint from $keys', 'mia');
    sql(`select $report(${row}, 'a-reporter-of-16', 'Mia', '${fingerprint}')`, 'mia');
    sql(`select $report(${row}, 'a-reporter-of-17', null, 'SHA256:of-no-key')`, 'mia');
    refused(`select $report(${row}, 'a-reporter-of-16', 'Tom', '${fingerprint}')`, 'tom');
    expect(() => sql(`select $report(${row}, 'short', 'Mia', '${fingerprint}')`, 'mia')).to.throw(/identifier/);
    expect(sql('select label from $reports', 'chief-one')).to.equal('Mia');
    expect(count('reports', 'chief-two')).to.equal('0');
  });

  it('holds no private key in the clear, whoever tries', () => {
    const pem = '-----BEGIN PRIVATE KEY-----';
    expect(() => sql(`update $keys set private_key = '${pem}'`, 'chief-one')).to.throw(/check constraint/);
    expect(() => sql(`update $organizations set identity = 'AGE-SECRET-KEY-1'`, 'owner')).to.throw(/check constraint/);
  });

  it('is polled through a pooler, where no notification comes, and what is published comes all the same', async () => {
    const port = await postgres.startPooler(['chief-two', 'tom']);
    await using chief = await startColleague(postgres, 'chief-two', { port });
    await using tom = await startColleague(postgres, 'tom', { port });
    const [offered] = await untilProviders(tom, (providers) => providers.length === 1);
    expect((await approve(tom, offered!.id, 'bob', teamPassphrase)).state).to.equal('connected');
    await using other = await openJira({ issues: 5 });
    const { provider } = await publish(chief, other);
    await tom.waitFor('jira/providersChanged', ({ providers }) => providers.some(({ id }) => id === provider));
    expect(sql("select count(*) from pg_stat_activity where application_name = 'jira-language-server' and query ilike 'listen%'", 'owner')).to.equal('0');
    await chief.request('jira/withdrawProvider', { provider });
  });

  it('may hold both organizations for one user, who says which one is meant', async () => {
    postgres.createRoles(['both'], 'jira_one_administrators');
    postgres.sql('grant jira_two_administrators to "both"');
    await using agent = await startColleague(postgres, 'both');
    expect((await agent.request('jira/organization', {})).organizations.map(({ name }) => name)).to.deep.equal(['One', 'Two']);
    await expectError(agent.request('jira/publishProvider', { baseUrl: jira.baseUrl, authentication: { type: 'token' } }), 'invalidParams', { path: 'organization' });
    const { provider } = await agent.request('jira/publishProvider', { organization: 'One', baseUrl: jira.baseUrl, authentication: { type: 'token' } });
    await using chosen = await startAgent({ initializationOptions: { organization: `${postgres.address('both')}?organization=Two` } });
    expect((await chosen.request('jira/organization', {})).organizations.map(({ name }) => name)).to.deep.equal(['Two']);
    await agent.request('jira/withdrawProvider', { provider: provider.provider });
  });
});
