/** Secrets in the system keyring, a real one. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Outcome } from './holder.ts';
import { Home, Session } from './session.ts';

describe('Secrets in gnome-keyring', () => {
  it('are there for libsecret’s own tool and for the next agent, and not in the file', async () => {
    using home = new Home();
    await using session = await Session.startUnlocked(home);
    {
      await using holder = new Holder(home, session, 'keyring');
      await holder.call('set', 'token', 's3cret “ä” 🔑');
      await holder.call('set', 'key', longSecret);
      await holder.call('set', 'deleted', 'soon');
      await holder.call('delete', 'deleted');
    }
    expect(session.secrets()).to.deep.equal([longSecret, 's3cret “ä” 🔑'].sort());
    expect(storedText(home)).not.to.contain('s3cret').and.not.to.contain(longSecret);
    await using next = new Holder(home, session, 'keyring');
    expect(await next.call('get', 'token')).to.deep.equal({ result: 's3cret “ä” 🔑' });
    expect(await next.call('get', 'key')).to.deep.equal({ result: longSecret });
    expect(await next.call('get', 'deleted')).to.deep.equal({});
  });

  it('survive the session, and are not said to be missing while the keyring is locked', async () => {
    using home = new Home();
    {
      await using session = await Session.startUnlocked(home);
      await using holder = new Holder(home, session, 'auto');
      await holder.call('set', 'token', 's3cret');
    }
    {
      await using session = await Session.startLocked(home);
      await using holder = new Holder(home, session, 'auto');
      expect((await holder.call('get', 'token')).failure).to.contain('The system keyring cannot be used');
      await holder.call('set', 'other', 'stored without');
      expect(holder.notes.join()).to.contain('The system keyring cannot be used').and.to.contain('secrets.json');
      expect(await holder.call('get', 'other')).to.deep.equal({ result: 'stored without' });
    }
    await using session = await Session.startUnlocked(home);
    await using holder = new Holder(home, session, 'auto');
    expect(await holder.call('get', 'token')).to.deep.equal({ result: 's3cret' });
    await holder.call('moveAll');
    expect(session.secrets()).to.deep.equal(['s3cret', 'stored without']);
    expect(storedText(home)).not.to.contain('stored without');
  });

  it('are kept in the file where there is no session, in no memory that the next boot wipes out', async () => {
    using home = new Home();
    const nowhere = { environment: { ...process.env, HOME: home.path, XDG_RUNTIME_DIR: home.path, DBUS_SESSION_BUS_ADDRESS: undefined } };
    await using holder = new Holder(home, nowhere, 'auto');
    expect(await holder.call('set', 'token', 's3cret')).to.deep.equal({});
    expect(holder.notes).to.have.length(1);
    expect(storedText(home)).to.contain('s3cret');
    await using strict = new Holder(home, nowhere, 'keyring');
    expect((await strict.call('set', 'token', 'other')).failure).to.contain('The system keyring cannot be used');
    expect(await strict.call('get', 'token')).to.deep.equal({ result: 's3cret' });
  });

  it('are moved to it and back with nothing lost, also when the mover is killed', async () => {
    using home = new Home();
    await using session = await Session.startUnlocked(home);
    const secrets = Array.from({ length: 8 }, (_, index) => [`name ${index}`, `s3cret ${index}`] as const);
    {
      await using holder = new Holder(home, session, 'file');
      for (const secret of secrets) await holder.call('set', ...secret);
    }
    for (let round = 0; round < 8; round++) {
      const place = round % 2 === 0 ? 'keyring' : 'file';
      {
        await using mover = new Holder(home, session, place);
        await mover.call('list');
        void mover.call('moveAll').catch(() => {});
        // The moment of the kill is a random one of the move.
        await setTimeout(250 * Math.random());
      }
      await using next = new Holder(home, session, place);
      for (const [name, secret] of secrets) expect(await next.call('get', name)).to.deep.equal({ result: secret });
    }
    await using last = new Holder(home, session, 'keyring');
    await last.call('moveAll');
    expect(session.secrets()).to.include.members(secrets.map(([, secret]) => secret));
    expect(storedText(home)).not.to.contain('s3cret');
  });
});

/** As long as a private key of 4096 bit. */
const longSecret = 'k'.repeat(3_300);

/** A process that holds secrets. */
class Holder implements AsyncDisposable {
  /** What it told of its own accord. */
  readonly notes: string[] = [];
  private readonly child: ChildProcess;

  constructor(home: Home, session: Pick<Session, 'environment'>, place: 'auto' | 'keyring' | 'file') {
    const program = fileURLToPath(new URL('holder.ts', import.meta.url));
    this.child = fork(program, [join(folderOf(home), 'secrets.json'), place], { execArgv: ['--import', 'tsx'], env: session.environment });
    this.child.on('message', ({ note }: { note?: string }) => void (note !== undefined && this.notes.push(note)));
  }

  async call(method: string, ...args: string[]): Promise<Outcome> {
    this.child.send({ method, args });
    let outcome: Outcome & { note?: string };
    do [outcome] = (await once(this.child, 'message')) as [typeof outcome];
    while (outcome.note !== undefined);
    return outcome;
  }

  /** Kills it, leaving it no time for anything. */
  async [Symbol.asyncDispose](): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

function folderOf(home: Home): string {
  return join(home.path, 'storage');
}

/** All text in the storage folder. */
function storedText(home: Home): string {
  const folder = folderOf(home);
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.lock'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
