/** Secrets in a file that its owner alone can read. */
import * as z from 'zod';
import { createJsonDocument, type JsonDocumentOptions } from './json-document.ts';
import type { SecretStore } from './storage.ts';

/** Where the secrets are kept. */
export type FileSecretStoreOptions = Pick<JsonDocumentOptions<object>, 'file' | 'onRepair' | 'stale'>;

/**
 * A store of secrets in one file, `secrets.json` by custom, with all that {@link createJsonDocument} gives. The file is
 * not encrypted: the key would have to lie beside it. Its permissions and the folder's are what protects it.
 */
export function createFileSecretStore(options: FileSecretStoreOptions): SecretStore {
  const document = createJsonDocument<Secrets>({
    ...options,
    version: 1,
    initial: () => ({ secrets: [] }),
    parse: (value) => shape.parse(value),
  });
  return {
    async get(name) {
      const { secrets } = await document.read();
      return secrets.find((entry) => entry.name === name)?.secret;
    },
    async set(name, secret) {
      const entry = { name, secret, createdAt: new Date().toISOString() };
      await document.update((state) => {
        state.secrets = [...state.secrets.filter((other) => other.name !== name), entry];
      });
    },
    async delete(name) {
      await document.update((state) => {
        state.secrets = state.secrets.filter((entry) => entry.name !== name);
      });
    },
    async list() {
      const { secrets } = await document.read();
      return secrets.map(({ name, createdAt }) => ({ name, createdAt }));
    },
  };
}

const shape = z.looseObject({
  secrets: z.array(z.looseObject({ name: z.string(), secret: z.string(), createdAt: z.iso.datetime() })),
});

type Secrets = z.infer<typeof shape>;
