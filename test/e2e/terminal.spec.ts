/** The terminal client does the whole job, with a Jira of its own and with one that is somewhere. */
import { readFileSync, watch } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { issueTable } from '../../clients/terminal/issue-table.ts';
import { plainText } from '../../clients/terminal/output.ts';
import type { Issue } from '../../protocol/issues.ts';
import { Browser, type Jira } from '../jira/index.ts';
import { openJira } from '../support/jira.ts';
import { TerminalClient } from '../support/terminal.ts';

describe('the terminal client', () => {
  let home: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'jira-terminal-'));
  });

  afterEach(() => rm(home, { recursive: true }));

  const run = (args: readonly string[], options: { tty?: boolean; env?: Record<string, string> } = {}) => new TerminalClient({ args, home, ...options });

  it('does the whole job with a Jira of its own', async () => {
    await using client = run([]);
    expect(await client.ended(), client.output).to.equal(0);
    const steps = ['npm start', 'jira/probe', 'jira/generateKeyPair', 'jira/configure', 'jira/authorize', 'jira/completeAuthorization', 'jira/issues', 'jira/doctor', 'jira/signOut'];
    expect([...client.output.matchAll(/^── (\S.*?) ── /gm)].map(([, step]) => step)).to.deep.equal(steps);
    expect(client.output).to.match(/fingerprint SHA256:[\w+/]{43}\./);
    expect(client.output).to.match(/Consumer Key {6}jira-language-server-\w+\n/).and.to.include('-----BEGIN PUBLIC KEY-----');
    expect(client.output).to.match(/^ {2}1\. As a Jira administrator/m).and.to.include('Honest Jira: connected as Alice Archer.');
    expect(client.output).to.match(/^Key +Type +Status +Priority +Updated +Summary\n(\w+-\d+ .*\n){20}20 of \d+ issues for: assignee = currentUser/m);
    expect(client.output).to.match(/• login: ok\./).and.to.match(/Signed out of Honest Jira: needsAuthorization/);
    expect(client.output).to.not.include('failed');
  });

  it('lists what --jql and --limit ask for', async () => {
    await using client = run(['--jql', 'project = ABC ORDER BY key', '--limit', '3']);
    expect(await client.ended(), client.output).to.equal(0);
    expect(client.output).to.match(/Summary\nABC-1 .*\nABC-2 .*\nABC-3 .*\n3 of \d+ issues for: project = ABC ORDER BY key\n/);
  });

  it('asks for a token, tells where to make one, and shows it nowhere', async () => {
    await using jira = await openJira();
    const token = jira.createToken('alice', { name: 'terminal' });
    await using client = run(['--url', `${jira.baseUrl}/browse/ABC-1`], { tty: true });
    await client.answer(/How do you get in: token, oauth1, basic\? \[token\] /, '');
    await client.answer(/personal-access-tokens\s+and paste it here \(it is not shown\): /, token);
    await client.shows(/connected as Alice Archer/);
    await client.answer(/Stay signed in\? \[Y\/n\] /, 'n');
    expect(await client.ended(), client.output).to.equal(0);
    expect(client.output).to.include('Signed out of').and.to.not.include(token);
  });

  it('goes through OAuth with a browser that is elsewhere, and needs nothing more the next time', async () => {
    await using jira = await openJira();
    const args = ['--url', jira.baseUrl, '--storage', join(home, 'storage')];
    await using client = run(args);
    await client.answer(/How do you get in.*\] /, 'oauth1');
    await createLink(client, jira);
    await client.answer(/Is there a browser on this machine\? \[Y\/n\] /, 'n');
    const [, url = ''] = await client.shows(/Open (http\S+)/);
    const { verifier = '' } = await new Browser().authorize(url, { user: 'bob' });
    await client.answer(/type the code that Jira shows: /, verifier);
    await client.answer(/Stay signed in\? /, '');
    expect(await client.ended(), client.output).to.equal(0);

    await using again = run(args);
    await again.shows(/You are signed in already, as .*\n[^]*── jira\/issues/);
    await again.answer(/Stay signed in\? /, '');
    expect(await again.ended(), again.output).to.equal(0);
  });

  it('tells the agent’s own words, and what to do next, where something is refused', async () => {
    await using jira = await openJira();
    await using client = run(['--url', jira.baseUrl]);
    await client.answer(/How do you get in.*\] /, 'password');
    await client.answer(/“password” is none of these\.\nHow do you get in.*\] /, 'token');
    await client.answer(/it is not shown\): /, 'a-token-that-nobody-made');
    expect(await client.ended(), client.output).to.equal(1);
    expect(client.output).to.match(/This did not work: .*token/).and.to.not.include('ResponseError').and.to.not.match(/^ +at /m);
  });

  it('opens the browser of the system, and goes on when it comes back', async () => {
    await using jira = await openJira();
    const { env, opened } = await fakeBrowser(home);
    await using client = run(['--url', jira.baseUrl], { env });
    await begin(client, jira);
    const page = await new Browser().authorize(await opened, { user: 'alice' });
    expect(page.text).to.include('Access approved');
    await client.shows(/connected as Alice Archer/);
    await client.answer(/Stay signed in\? /, '');
    expect(await client.ended(), client.output).to.equal(0);
  });

  it('ends at Ctrl-C while it waits for the browser', async () => {
    await using jira = await openJira();
    const { env, opened } = await fakeBrowser(home);
    await using client = run(['--url', jira.baseUrl], { tty: true, env });
    await begin(client, jira);
    await opened;
    client.press('\u0003');
    expect(await client.ended(), client.output).to.not.equal(0);
  });

  it('prints its usage for --help, and for what it does not know', async () => {
    await using help = run(['--help']);
    expect(await help.ended()).to.equal(0);
    await using mistake = run(['--limit', 'many']);
    expect(await mistake.ended()).to.equal(2);
    for (const { output } of [help, mistake]) expect(output).to.include('Usage: npm start').and.to.include('--jql QUERY');
  });
});

/** Goes as far as the wait for the browser. */
async function begin(client: TerminalClient, jira: Jira): Promise<void> {
  await client.answer(/How do you get in.*\] /, 'oauth1');
  await createLink(client, jira);
  await client.answer(/Is there a browser on this machine\? \[Y\/n\] /, '');
  await client.shows(/Waits for the browser/);
}

/** Plays the administrator, with what the client says and nothing else. */
async function createLink(client: TerminalClient, jira: Jira): Promise<void> {
  const [, consumerKey = '', publicKey = ''] = await client.shows(/Consumer Key +(\S+)[^]*?(-----BEGIN PUBLIC KEY-----[^]*-----END PUBLIC KEY-----\n)/);
  jira.createApplicationLink({ consumerKey, publicKey, name: 'Jira Language Server' });
  await client.answer(/Press Enter when the administrator has done so\. /, '');
}

/** A browser of the system that opens nothing: `opened` is the address that it gets. */
async function fakeBrowser(folder: string): Promise<{ env: Record<string, string>; opened: Promise<string> }> {
  const file = join(folder, 'opened');
  for (const name of ['xdg-open', 'open']) {
    await writeFile(join(folder, name), `#!/bin/sh\nfor url; do :; done\necho "$url" > '${file}.part' && mv '${file}.part' '${file}'\n`, { mode: 0o755 });
  }
  const changes = watch(folder, { persistent: false });
  const opened = new Promise<string>((resolve) => {
    changes.on('change', (_event, name) => {
      if (name !== 'opened') return;
      changes.close();
      resolve(readFileSync(file, 'utf8').trim());
    });
  });
  return { env: { PATH: `${folder}:${process.env['PATH']}` }, opened };
}

describe('what the terminal client shows', () => {
  const issue: Issue = {
    provider: 'p', key: 'ABC-1', id: '1', url: 'https://jira.example.com/browse/ABC-1', summary: 'Plain',
    type: { name: 'Bug', subtask: false }, status: { name: 'Open', category: 'new' }, project: { key: 'ABC', name: 'Alphabet' },
    labels: [], created: '2026-08-14T11:32:13.000Z', updated: '2026-08-15T08:00:00.000Z',
  };

  it('holds nothing that moves the cursor, colours, rings or turns text around', () => {
    const wicked = '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u009b2J \u0007\b\r \u202etxt.exe\u2066';
    expect(plainText(wicked)).to.match(/^[\p{L}\p{P} \n]*$/u).and.to.include('red').and.to.include('link').and.to.include('txt.exe');
    expect(issueTable([{ ...issue, summary: `two\nlines\t${wicked}` }], 120).split('\n')).to.have.length(2);
  });

  it('keeps its columns, however wide the characters are', () => {
    const summaries = ['Plain', '日本語の要約', 'Ünïcödé 👩‍👩‍👧', 'x'.repeat(200)];
    const lines = issueTable(summaries.map((summary) => ({ ...issue, summary })), 100).split('\n');
    expect(lines).to.have.length(5);
    for (const line of lines.slice(1)) expect(line.indexOf('2026-08-15')).to.equal(lines[0]?.indexOf('Updated'));
    expect(lines[4]).to.have.length.at.most(100).and.to.match(/x…$/);
    const wide = issueTable([{ ...issue, status: { name: '進行中', category: 'new' } }], 100).split('\n')[1] ?? '';
    expect(wide.indexOf('2026-08-15')).to.equal((lines[0]?.indexOf('Updated') ?? 0) - 3);
  });
});
