/** The editor's own storage, as a place for secrets (`credentialStore: "client"`). */
import type { z } from 'zod';
import { editorRequests } from '../../protocol/index.ts';
import type { EditorRequestMethod } from '../../protocol/methods.ts';
import { StorageFailure, type SecretVault } from '../infrastructure/storage/storage.ts';
import type { EditorClient } from './editor-client.ts';
import { EditorFailure } from './within-time.ts';

/**
 * Keeps secrets with the editor. Where it declared no storage, does not answer in time, or answers with an error or with
 * something else, each call fails, and says so: a secret is never taken for missing because it could not be asked for.
 */
export function createClientVault(editor: EditorClient): SecretVault {
  const ask = async <M extends EditorRequestMethod>(method: M, params: z.input<(typeof editorRequests)[M]['params']>): Promise<ResultOf<M>> => {
    const answer = editorRequests[method].result.safeParse(await editor.ask(method, params).catch(refuse));
    if (!answer.success) throw new StorageFailure(`The editor keeps no secrets as it said: it answered ${method} with something else than the protocol has.`);
    return answer.data as ResultOf<M>;
  };
  return {
    name: "the editor's own storage",
    get: async (name) => (await ask('jira/readSecret', { name })).secret,
    set: async (name, secret) => void (await ask('jira/storeSecret', { name, secret })),
    delete: async (name) => void (await ask('jira/deleteSecret', { name })),
  };
}

type ResultOf<M extends EditorRequestMethod> = z.output<(typeof editorRequests)[M]['result']>;

/** The editor's own words are left out, since they may quote the secret. */
function refuse(error: unknown): never {
  if (!(error instanceof EditorFailure)) throw error;
  switch (error.reason) {
    case 'undeclared':
      throw new StorageFailure('This editor does not keep secrets for the agent (capability `secrets`). Set `credentialStore` to "auto", "keyring" or "file".');
    case 'silent':
      throw new StorageFailure("The editor's own storage did not give an answer in time. Unlock it where it is locked, and try again; nothing was lost.");
    case 'unknown':
    case 'refused':
      throw new StorageFailure("The editor's own storage failed: the editor answered with an error. Its own log may say why; nothing was lost.");
  }
}
