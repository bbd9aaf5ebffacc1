/** A vault in memory, with the troubles that real ones have. */
import { setImmediate } from 'node:timers/promises';
import { StorageFailure, type SecretVault } from '../../../../src/infrastructure/storage/storage.ts';

/** What happens to a call, told before it takes effect and after. */
export type Trouble = (call: 'get' | 'set' | 'delete', moment: 'before' | 'after') => void;

/** Agents that share it give it a `SecretVault` each, since troubles are an agent's own. */
export class MemoryVault {
  readonly items = new Map<string, string>();

  /** The vault as one agent sees it. */
  open(trouble: Trouble = () => {}): SecretVault {
    const call = async <R>(name: 'get' | 'set' | 'delete', effect: () => R): Promise<R> => {
      await setImmediate();
      trouble(name, 'before');
      const result = effect();
      await setImmediate();
      trouble(name, 'after');
      return result;
    };
    return {
      name: 'the vault',
      get: (item) => call('get', () => this.items.get(item)),
      set: (item, secret) => call('set', () => void this.items.set(item, secret)),
      delete: (item) => call('delete', () => void this.items.delete(item)),
    };
  }
}

/** The trouble of a vault that cannot be used. */
export function closed(): never {
  throw new StorageFailure('The vault is closed.');
}
