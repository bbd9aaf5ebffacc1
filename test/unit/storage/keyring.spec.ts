import { expect } from 'chai';
import { createKeyring, type KeyringModule } from '../../../src/infrastructure/storage/keyring.ts';
import { failureOf } from './support/failure-of.ts';

describe('The system keyring', () => {
  it('is not loaded before it is used, and then once', async () => {
    let loaded = 0;
    const keyring = createKeyring({ load: () => (loaded++, moduleOf(async () => null)) });
    expect(loaded).to.equal(0);
    await keyring.get('one');
    await keyring.get('two');
    expect(loaded).to.equal(1);
  });

  it('says so where its package is not installed', async () => {
    const load = (): never => {
      throw Object.assign(new Error("Cannot find module '@napi-rs/keyring'\nRequire stack:\n- /somewhere"), { code: 'MODULE_NOT_FOUND' });
    };
    for (const call of everyCall(createKeyring({ load }))) {
      expect((await failureOf(call())).message).to.match(/^The system keyring cannot be used: .*@napi-rs\/keyring is not installed/);
    }
  });

  it('says why it cannot be used', async () => {
    const keyring = createKeyring({ load: () => moduleOf(() => Promise.reject(new Error('Secret Service: unlock prompt was dismissed'))) });
    for (const call of everyCall(keyring)) {
      expect((await failureOf(call())).message).to.equal('The system keyring cannot be used: Secret Service: unlock prompt was dismissed.');
    }
  });

  it('is asked one thing at a time', async () => {
    let running = 0;
    let most = 0;
    const answer = async (): Promise<null> => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      return null;
    };
    const keyring = createKeyring({ load: () => moduleOf(answer) });
    await Promise.all(Array.from({ length: 10 }, (_, index) => keyring.get(`${index}`)));
    expect(most).to.equal(1);
  });

  it('is not asked again while it does not answer, and is once it has', async () => {
    let asked = 0;
    let answerLate = (): void => {};
    const late = new Promise<null>((resolve) => (answerLate = () => resolve(null)));
    const keyring = createKeyring({ load: () => moduleOf(() => (asked++, late)), timeLimit: 1 });
    expect((await failureOf(keyring.get('one'))).message).to.contain('has not answered');
    expect((await failureOf(keyring.get('two'))).message).to.contain('has not answered');
    expect(asked).to.equal(1);
    answerLate();
    await late;
    await new Promise(setImmediate);
    expect(await keyring.get('three')).to.equal(undefined);
  });
});

/** A package whose every call gives the same answer. */
function moduleOf(answer: () => Promise<null>): KeyringModule {
  return {
    AsyncEntry: class {
      getSecret = answer;
      setSecret = answer as () => Promise<never>;
      deleteCredential = answer as () => Promise<never>;
    },
  };
}

function everyCall(keyring: ReturnType<typeof createKeyring>): (() => Promise<unknown>)[] {
  return [() => keyring.get('item'), () => keyring.set('item', 's3cret'), () => keyring.delete('item')];
}
