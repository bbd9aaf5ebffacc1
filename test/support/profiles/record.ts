/**
 * A language server that records an editor: what it declares in `initialize`, and how it answers requests that it may
 * or may not know. An editor is set up to start `node --import tsx test/support/profiles/record.ts FILE`; the recording
 * is whole when FILE holds the answer to each request, or `"silence"`.
 */
import { writeFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const requests: readonly [method: string, params?: object][] = [
  ['window/showMessageRequest', { type: 3, message: 'Choose the second.', actions: [{ title: 'One' }, { title: 'Two' }] }],
  ['window/showDocument', { uri: 'file:///etc/hostname', selection: nowhere, takeFocus: true }],
  ['window/workDoneProgress/create', { token: 'recording' }],
  ['workspace/applyEdit', { edit: { changes: {} } }],
  ['workspace/configuration', { items: [{ section: 'jira' }] }],
  ['client/registerCapability', { registrations: [{ id: 'one', method: 'workspace/didChangeConfiguration' }] }],
  ['workspace/codeLens/refresh'],
  ['workspace/inlayHint/refresh'],
  ['workspace/textDocumentContent/refresh', { uri: 'jira:/one' }],
  ['jira/readSecret', { name: 'one' }],
];

const file = process.argv[2];
if (file === undefined) throw new Error('Say into which file to record.');
const recording: { initialize?: object; answers: Record<string, unknown> } = { answers: {} };

const connection = createMessageConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
connection.onRequest('initialize', (params: object) => {
  recording.initialize = params;
  return { capabilities: { textDocumentSync: 1, executeCommandProvider: { commands: [] } } };
});
connection.onNotification('initialized', () => {
  for (const [method, params] of requests) {
    recording.answers[method] = 'silence';
    void connection.sendRequest(method, ...(params === undefined ? [] : [params])).then(
      (result) => note(method, { result }),
      ({ code, message }: { code: number; message: string }) => note(method, { code, message }),
    );
  }
  save();
});
connection.onRequest('shutdown', () => null);
connection.onNotification('exit', () => process.exit(0));
connection.onClose(() => process.exit(0));
connection.listen();

function note(method: string, answer: object): void {
  recording.answers[method] = answer;
  save();
}

function save(): void {
  writeFileSync(file!, `${JSON.stringify(recording, null, 2)}\n`);
}
