/** A user's session with a real gnome-keyring on a D-Bus of its own. It takes Debian's `dbus-daemon`, `gnome-keyring` and `libsecret-tools`. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The home folder of a user: it holds the keyring between sessions. */
export class Home implements Disposable {
  readonly path: string = mkdtempSync(join(tmpdir(), 'jira-home-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** One session; its end ends the keyring's service too. */
export class Session implements AsyncDisposable {
  /** The environment of processes in the session. */
  readonly environment: NodeJS.ProcessEnv;
  private readonly bus: ChildProcess;

  private constructor(bus: ChildProcess, environment: NodeJS.ProcessEnv) {
    this.bus = bus;
    this.environment = environment;
  }

  /** A session where nobody logged in: the keyring is locked, and there is no display to ask for its password. */
  static async startLocked(home: Home): Promise<Session> {
    const runtime = join(home.path, 'run');
    rmSync(runtime, { recursive: true, force: true });
    mkdirSync(runtime, { mode: 0o700 });
    const address = `unix:path=${join(runtime, 'bus')}`;
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
    const environment = { ...inherited, HOME: home.path, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home.path, 'data'), DBUS_SESSION_BUS_ADDRESS: address };
    const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', `--address=${address}`, '--print-address'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await Promise.race([once(bus.stdout!, 'data'), once(bus, 'exit').then(() => Promise.reject(new Error('dbus-daemon ended.')))]);
    return new Session(bus, environment);
  }

  /** A session as after a login. */
  static async startUnlocked(home: Home): Promise<Session> {
    const session = await Session.startLocked(home);
    const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
      env: session.environment,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    daemon.stdin!.end('password of the login\n');
    // It goes into the background once it is ready.
    const [code] = (await once(daemon, 'exit')) as [number];
    if (code !== 0) throw new Error(`gnome-keyring-daemon ended with ${code}.`);
    return session;
  }

  /** What libsecret's own tool finds: all secrets of the agent. */
  secrets(): string[] {
    const args = ['search', '--all', '--unlock', 'service', 'jira-language-server'];
    const { stdout } = spawnSync('secret-tool', args, { env: this.environment, encoding: 'utf8' });
    return [...stdout.matchAll(/^secret = (.*)$/gm)].map(([, secret]) => secret!).sort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const gone = once(this.bus, 'exit');
    this.bus.kill();
    await gone;
  }
}
