/** Commands as an editor runs them that knows nothing of Jira: with questions and files, and with all arguments. */
import { assert } from 'chai';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CommandArguments, CommandResult } from '../../protocol/commands.ts';
import { commands } from '../../protocol/commands.ts';
import type { CommandName } from '../../protocol/methods.ts';
import { status } from '../jira/data/catalogue.ts';
import { type Agent, expectError, startAgent } from '../support/agent.ts';
import { fields, Person } from '../support/person.ts';
import { connectByToken, type DisposableJira, openJira } from '../support/jira.ts';

/** Runs a command; its answer is held against the protocol. */
async function run<N extends CommandName>(agent: Agent, command: N, args?: CommandArguments<N> | string): Promise<CommandResult<N>> {
  const result = await agent.send('workspace/executeCommand', { command, ...(args === undefined ? {} : { arguments: [args] }) });
  assert.deepEqual(commands[command].result.parse(result), result);
  return result as CommandResult<N>;
}

describe('a command', () => {
  let jira: DisposableJira;
  let agent: Agent;
  let provider: string;
  let person: Person;

  before(async () => {
    jira = await openJira();
    agent = await startAgent({ showMessageRequest: (params) => person.atEditor.showMessageRequest!(params), showDocument: (params) => person.atEditor.showDocument!(params) });
    provider = (await connectByToken(agent, jira)).id;
  });

  after(async () => {
    await agent[Symbol.asyncDispose]();
    await jira[Symbol.asyncDispose]();
  });

  beforeEach(() => {
    person = new Person();
    agent.editor.shownMessages.length = 0;
  });

  afterEach(() => {
    person.assertDone();
    jira.faults.clear();
  });

  const lastMessage = () => agent.editor.shownMessages.at(-1)?.message;

  it('is announced, each of them', () => {
    assert.sameMembers(agent.initializeResult?.capabilities.executeCommandProvider?.commands ?? [], Object.keys(commands));
  });

  it('that is unknown, or whose arguments are wrong, is refused in words', async () => {
    await expectError(agent.send('workspace/executeCommand', { command: 'jira.deploy' }), 'invalidParams', { path: 'command' });
    await expectError(agent.send('workspace/executeCommand', { command: 'jira.openIssue', arguments: ['UTF'] }), 'invalidParams', { path: 'key' });
    assert.match(lastMessage() ?? '', /ABC-1/);
  });

  it('opens the page of an issue, without asking Jira for it', async () => {
    const before = jira.requests.length;
    for (const args of [{ key: 'abc-1' }, 'ABC-1', { provider, key: 'ABC-1' }]) {
      assert.deepEqual(await run(agent, 'jira.openIssue', args), { url: `${jira.baseUrl}/browse/ABC-1` });
    }
    assert.deepEqual(new Set(person.visited), new Set([`${jira.baseUrl}/browse/ABC-1`]));
    assert.lengthOf(jira.requests, before);
  });

  it('lets the user choose the issue where none is named, a few at a time', async () => {
    person.answers(/Which issue/, 'More…').answers(/Which issue/, /^[A-Z]+-\d+ /);
    const result = await run(agent, 'jira.openIssue');
    const [first, second] = person.asked;
    assert.lengthOf(first?.choices ?? [], 5);
    assert.notIncludeMembers([...(first?.choices ?? [])], [second?.choices[0] ?? '']);
    assert.strictEqual(result?.url, `${jira.baseUrl}/browse/${second?.choices[0]?.split(' ')[0]}`);
  });

  it('lets the user type the key of another issue', async () => {
    person.keepsAnswering(/Which issue/, 'Another one…').keepsAnswering(/Which issue/, 'More…');
    person.fillsIn(/jira-issue/, fields({ key: 'web-2' }));
    const result = await run(agent, 'jira.openIssue');
    assert.strictEqual(result?.url, `${jira.baseUrl}/browse/WEB-2`);
  });

  it('that the user dismisses does nothing, and is no error', async () => {
    person.answers(/Where do you want to move ABC-1/, null);
    const before = jira.requests.filter(({ method }) => method !== 'GET').length;
    assert.isNull(await run(agent, 'jira.transition', { key: 'ABC-1' }));
    assert.lengthOf(jira.requests.filter(({ method }) => method !== 'GET'), before);
    assert.lengthOf(agent.editor.shownMessages, 1);
  });

  it('moves an issue by the transition that the user chooses, and asks for the resolution that it wants', async () => {
    jira.changeIssue('ABC-2', { status: status('To Do') });
    person.answers(/Where do you want to move ABC-2/, /Resolve with a reason/).answers(/Resolution/, "Won't Do");
    const result = await run(agent, 'jira.transition', { key: 'ABC-2' });
    assert.strictEqual(result?.issue.status.name, 'Done');
    assert.strictEqual(jira.issue('ABC-2').resolution?.name, "Won't Do");
    assert.match(lastMessage() ?? '', /ABC-2 is now “Done”/);
  });

  it('asks nothing where all is said', async () => {
    jira.changeIssue('ABC-2', { status: status('To Do') });
    const result = await run(agent, 'jira.transition', { provider, key: 'ABC-2', transition: 'Resolve with a reason', fields: { resolution: '10000' }, comment: 'Fixed.' });
    assert.strictEqual(result?.issue.status.name, 'Done');
    assert.deepEqual(person.asked, []);
  });

  it('assigns, watches and starts work', async () => {
    jira.changeIssue('ABC-3', { status: status('To Do'), assignee: undefined });
    assert.strictEqual((await run(agent, 'jira.assignToMe', { key: 'ABC-3' }))?.issue.assignee?.name, 'alice');
    assert.isTrue((await run(agent, 'jira.watch', { key: 'ABC-3' }))?.watching);
    const begun = await run(agent, 'jira.startWork', { key: 'ABC-3' });
    assert.isTrue(begun?.started);
    assert.include(lastMessage(), begun?.branch);
  });

  it('takes a comment from a file that the user saves, and empties the file', async () => {
    person.fillsIn(/^ABC-1 comment\.md$/, (text) => `# A heading\n\nIt **works**.\n${text}`);
    const result = await run(agent, 'jira.comment', { key: 'ABC-1' });
    assert.strictEqual(result?.comment.body, '# A heading\n\nIt **works**.');
    const [{ path, text } = { path: '', text: '' }] = person.filledIn;
    assert.match(text, /A comment on ABC-1/);
    assert.notInclude(await readFile(path, 'utf8'), 'works');
  });

  it('keeps a comment that Jira refuses, for the user to try again', async () => {
    jira.faults.next('/comment', { status: 400, headers: { 'Content-Type': 'application/json' }, body: '{"errorMessages":["Not today."],"errors":{}}' });
    let again: Promise<unknown> | undefined;
    person.fillsIn(/comment\.md$/, (text) => `Precious.\n${text}`);
    agent.editor.onNotification('window/showMessage', (params) => {
      const [{ path } = { path: '' }] = person.filledIn;
      if (/Not today/.test((params as { message: string }).message)) again = retry(path);
    });
    const result = await run(agent, 'jira.comment', { key: 'ABC-1' });
    await again;
    assert.strictEqual(result?.comment.body, 'Precious.\n\nIndeed.');
  });

  it('logs work by a time that is chosen, typed or given', async () => {
    person.answers(/How long did you work/, '30m');
    assert.match((await run(agent, 'jira.logWork', { key: 'ABC-1' }))?.id ?? '', /^\d+$/);
    person.answers(/How long did you work/, /Another time/).fillsIn(/work\.txt$/, fields({ time: '1h 30m', comment: 'Looked.' }));
    await run(agent, 'jira.logWork', { key: 'ABC-1' });
    await run(agent, 'jira.logWork', { key: 'ABC-1', timeSpent: '1w 1d 0,5h' });
    await run(agent, 'jira.logWork', { key: 'ABC-1', timeSpent: 3600 });
    const { entries } = await agent.request('jira/workLog', { key: 'ABC-1' });
    assert.deepEqual(entries.slice(-4).map(({ timeSpent, comment }) => [timeSpent, comment]), [[1800, ''], [5400, 'Looked.'], [6 * 8 * 3600 + 1800, ''], [3600, '']]);
    await expectError(agent.send('workspace/executeCommand', { command: 'jira.logWork', arguments: [{ key: 'ABC-1', timeSpent: 'soon' }] }), 'invalidParams', { path: 'timeSpent' });
  });

  it('creates an issue from a note, and writes its key beside it', async () => {
    person.answers(/In which project/, /^ABC /).answers(/What is it/, 'Task');
    const insert = { uri: 'file:///x.ts', version: 3, position: { line: 4, character: 7 }, before: ' (', after: ')' };
    const result = await run(agent, 'jira.createIssue', { summary: 'The parser forgets\nthe last line.', insert });
    assert.strictEqual(result?.issue.summary, 'The parser forgets');
    assert.isTrue(result?.inserted);
    assert.strictEqual((await agent.request('jira/issue', { key: result!.issue.key })).description, 'The parser forgets  \nthe last line.');
    assert.deepEqual(agent.editor.edits.at(-1)?.edit, {
      documentChanges: [
        { textDocument: { uri: 'file:///x.ts', version: 3 }, edits: [{ range: { start: insert.position, end: insert.position }, newText: ` (${result!.issue.key})` }] },
      ],
    });
  });

  it('creates an issue whose text the user writes like the message of a commit', async () => {
    person.fillsIn(/new-issue/, (text) => `Search is slow\n\nWith **every** filter.\n${text}`);
    const result = await run(agent, 'jira.createIssue', { project: 'ABC', type: 'Bug' });
    assert.strictEqual(result?.issue.summary, 'Search is slow');
    assert.strictEqual((await agent.request('jira/issue', { key: result!.issue.key })).description, 'With **every** filter.');
    assert.isFalse(result?.inserted);
  });

  it('searches, lets the user choose, and shows the issue', async () => {
    person.answers(/What do you want to search for/, 'My open issues').answers(/Which one/, /^[A-Z]+-\d+ /);
    const result = await run(agent, 'jira.searchIssues');
    const [, { choices } = { choices: [] }] = person.asked;
    assert.isTrue(choices[0]?.startsWith(`${result?.issue.key} `));
    assert.match(agent.editor.shownDocuments.at(-1)?.uri ?? '', new RegExp(`/${result?.issue.key}\\.md$`));
    await expectError(agent.send('workspace/executeCommand', { command: 'jira.searchIssues', arguments: [{ jql: 'summary ~ "nothinglikethis"' }] }), 'notFound');
  });

  it('shows an issue as a file of its owner, which a change keeps up to date and signing out deletes', async () => {
    const { uri = '' } = (await run(agent, 'jira.showIssue', { key: 'ABC-1' })) ?? {};
    const path = fileURLToPath(uri);
    assert.include(await readFile(path, 'utf8'), '# ABC-1: ');
    assert.strictEqual((await stat(path)).mode & 0o777, 0o400);
    assert.deepInclude(agent.editor.shownDocuments.at(-1), { uri, external: false, selection: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } });
    await run(agent, 'jira.comment', { key: 'ABC-1', body: 'A word to the page.' });
    assert.include(await readFile(path, 'utf8'), '> A word to the page.');
  });

  it('that went well does not fail because its page cannot be read anew', async () => {
    await run(agent, 'jira.showIssue', { key: 'ABC-5' });
    jira.faults.always(/\/issue\/ABC-5\?/, { status: 403, headers: { 'Content-Type': 'application/json', 'X-AUSERNAME': 'alice' }, body: '{"errorMessages":["Not now."],"errors":{}}' });
    const result = await run(agent, 'jira.comment', { key: 'ABC-5', body: 'Once.' });
    assert.strictEqual(result?.comment.body, 'Once.');
    jira.faults.clear();
    const { comments } = await agent.request('jira/issue', { key: 'ABC-5' });
    assert.lengthOf(comments.filter(({ body }) => body === 'Once.'), 1);
  });

  it('asks Jira anew for what is shown', async () => {
    const path = fileURLToPath((await run(agent, 'jira.showIssue', { key: 'ABC-4' }))!.uri);
    const uri = 'file:///work/x.ts';
    await agent.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text: '// ABC-4' } });
    const hover = async () => ((await agent.send('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 5 } })) as { contents: { value: string } }).contents.value;
    assert.notInclude(await hover(), 'As of');
    jira.changeIssue('ABC-4', { summary: 'Quite another summary' });
    const before = jira.requests.length;
    await run(agent, 'jira.refresh');
    assert.include(await readFile(path, 'utf8'), '# ABC-4: Quite another summary');
    assert.isAbove(jira.requests.length, before);
    assert.include(await hover(), 'Quite another summary');
  });

  it('shows what the doctor found', async () => {
    const { findings } = (await run(agent, 'jira.doctor'))!;
    assert.isNotEmpty(findings);
    assert.include(await readFile(fileURLToPath(agent.editor.shownDocuments.at(-1)!.uri), 'utf8'), '# Jira: what works');
  });

  it('signs out, where the user says of what', async () => {
    const page = fileURLToPath((await run(agent, 'jira.showIssue', { key: 'ABC-1' }))!.uri);
    person.answers(/Sign out/, /^Sign out of/);
    assert.strictEqual((await run(agent, 'jira.signOut'))?.provider?.state, 'needsAuthorization');
    assert.isFalse(existsSync(page));
    await run(agent, 'jira.signOut', { provider, remove: true });
    assert.deepEqual(await agent.request('jira/providers', {}), { providers: [] });
    assert.isNull(await run(agent, 'jira.signOut'));
    assert.strictEqual(lastMessage(), 'There is no Jira to sign out of.');
  });
});

async function retry(path: string): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  // The agent writes what was refused back into the file before the user can go on.
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('Precious.', 'Precious.\n\nIndeed.'));
}
