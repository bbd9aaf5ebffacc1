/** The way of the editor's documents to the agent. */
import type { Connection, PositionEncodingKind } from 'vscode-languageserver/node';
import { reportBug, tellDevelopers } from '../bug-report.ts';
import type { Documents } from './documents.ts';

/**
 * Follows what the editor does with its documents. The first one that opens loads what keeps them.
 *
 * @param encoding gives what the editor counts positions in
 * @param onFirst called once, before the first document is opened
 * @returns gives the documents as they were when it was called
 */
export function followDocuments(
  connection: Connection,
  encoding: () => PositionEncodingKind,
  onFirst: (documents: Documents) => Promise<void>,
): () => Promise<Documents> {
  let loading: Promise<Documents> | undefined;
  const load = (): Promise<Documents> => (loading ??= import('./documents.ts').then(({ Documents }) => new Documents(encoding())));
  let following: Promise<void> | undefined;
  // What waits for one promise goes on in the order in which it began to wait: that of the editor's messages.
  const then = (act: (documents: Documents) => void): void => {
    load().then(act).catch((error: unknown) => tellDevelopers(`A notification about a document was left out. ${reportBug(error)}`));
  };
  connection.onDidOpenTextDocument((params) => {
    then((documents) => {
      following ??= onFirst(documents);
      documents.open(params);
    });
  });
  connection.onDidChangeTextDocument((params) => then((documents) => documents.change(params)));
  connection.onWillSaveTextDocument((params) => then((documents) => documents.willSave(params)));
  connection.onDidSaveTextDocument((params) => then((documents) => documents.save(params)));
  connection.onDidCloseTextDocument((params) => then((documents) => documents.close(params)));
  return load;
}
