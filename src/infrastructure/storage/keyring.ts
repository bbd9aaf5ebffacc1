/** The system keyring: Secret Service on Linux, Keychain on macOS, Credential Manager on Windows. */
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type { AsyncEntry } from '@napi-rs/keyring';
import { StorageFailure, type SecretVault } from './storage.ts';

/** What is used of `@napi-rs/keyring`. */
export interface KeyringModule {
  AsyncEntry: new (...args: ConstructorParameters<typeof AsyncEntry>) => Pick<AsyncEntry, 'getSecret' | 'setSecret' | 'deleteCredential'>;
}

/** What can be other than usual. */
export interface KeyringOptions {
  /** The native package, which need not be installed. */
  readonly load?: () => KeyringModule;
  /** Milliseconds for one call. The user may have to unlock the keyring meanwhile. */
  readonly timeLimit?: number;
}

/**
 * The keyring of the user's session. The native package is loaded by the first call; where it is not installed, there
 * is no keyring, or the keyring stays locked, each call fails, and says why.
 */
export function createKeyring({ load = loadNative, timeLimit = 60_000 }: KeyringOptions = {}): SecretVault {
  let keyring: KeyringModule | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let unanswered: string | undefined;

  // One call at a time: each occupies a thread of the four that files need too, until the user answers a prompt.
  const call = async <R>(item: string, work: (entry: InstanceType<KeyringModule['AsyncEntry']>) => Promise<R>): Promise<R> => {
    if (unanswered !== undefined) throw new StorageFailure(unanswered);
    const answer = last.then(() => work(new (keyring ??= load()).AsyncEntry(service, item, options)));
    last = answer.catch(() => {});
    const over = new AbortController();
    const limit = setTimeout(timeLimit, undefined, { signal: over.signal }).then(() => {
      unanswered = `The system keyring has not answered for ${timeLimit / 1_000} s. Unlock it, and try again.`;
      void last.then(() => (unanswered = undefined));
      throw new StorageFailure(unanswered);
    });
    try {
      return await Promise.race([answer, limit]);
    } catch (error) {
      throw error instanceof StorageFailure ? error : unusable(error);
    } finally {
      over.abort();
      limit.catch(() => {});
    }
  };

  return {
    name: 'the system keyring',
    get: (item) => call(item, async (entry) => decode(await entry.getSecret())),
    // Bytes rather than a password: Windows allows 2,560 bytes, and takes passwords as UTF-16.
    set: (item, secret) => call(item, (entry) => entry.setSecret(Buffer.from(secret))),
    delete: (item) => call(item, async (entry) => void (await entry.deleteCredential())),
  };
}

/** What the items belong to. */
const service = 'jira-language-server';

/** Left to itself, the package falls back to Linux's kernel keyring, which forgets everything at the next boot. */
const options = { linux: { store: 'secret-service' } } as const;

/** The bundle does not contain it: it is resolved beside the bundle, where the package manager put it. */
function loadNative(): KeyringModule {
  return createRequire(import.meta.url)('@napi-rs/keyring') as KeyringModule;
}

function decode(secret: number[] | null): string | undefined {
  return secret === null ? undefined : Buffer.from(secret).toString();
}

function unusable(error: unknown): StorageFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === 'MODULE_NOT_FOUND' ? 'the package @napi-rs/keyring is not installed for this machine' : firstLine(message);
  return new StorageFailure(`The system keyring cannot be used: ${reason}.`);
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').trim().replace(/\.$/, '');
}
