/** Real proxies, with a configuration of their own, on a port of their own. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openssl } from './authority.ts';

/** A proxy that runs. */
export interface RunningProxy {
  readonly port: number;
  /** `127.0.0.1:PORT`. */
  readonly place: string;
  stop(): Promise<void>;
}

/** What a proxy demands and allows. */
export interface ProxyOptions {
  readonly user?: { readonly name: string; readonly password: string };
  /** The ports to which it opens tunnels. */
  readonly tunnels?: readonly number[];
  /** Host names that it takes for this machine; squid alone. */
  readonly hosts?: readonly string[];
}

/** Starts tinyproxy. */
export function startTinyproxy({ user, tunnels = [443] }: ProxyOptions = {}): Promise<RunningProxy> {
  return start('tinyproxy', (port, folder) => {
    const lines = [
      `Port ${port}`,
      'Listen 127.0.0.1',
      'Timeout 60',
      'Allow 127.0.0.1',
      'LogLevel Info',
      ...(user === undefined ? [] : [`BasicAuth ${user.name} ${user.password}`]),
      ...tunnels.map((allowed) => `ConnectPort ${allowed}`),
    ];
    writeFileSync(join(folder, 'tinyproxy.conf'), `${lines.join('\n')}\n`);
    return { command: ['tinyproxy', '-d', '-c', join(folder, 'tinyproxy.conf')], ready: /Accepting connections/ };
  });
}

/** Starts squid. */
export function startSquid({ user, tunnels = [443], hosts = [] }: ProxyOptions = {}): Promise<RunningProxy> {
  return start('squid', (port, folder) => {
    // Started as root it becomes another user.
    chmodSync(folder, 0o777);
    writeFileSync(join(folder, 'hosts'), `127.0.0.1 localhost ${hosts.join(' ')}\n`);
    const authentication: string[] = [];
    if (user !== undefined) {
      writeFileSync(join(folder, 'passwords'), `${user.name}:${openssl('passwd', '-apr1', user.password).trim()}\n`);
      authentication.push(
        `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${folder}/passwords`,
        'auth_param basic children 1',
        'acl known proxy_auth REQUIRED',
        'http_access deny !known',
      );
    }
    const lines = [
      `http_port 127.0.0.1:${port}`,
      `pid_filename ${folder}/squid.pid`,
      `coredump_dir ${folder}`,
      `hosts_file ${folder}/hosts`,
      'cache_log /dev/stderr',
      'access_log none',
      'cache_store_log none',
      'cache deny all',
      'shutdown_lifetime 0 seconds',
      'pinger_enable off',
      'visible_hostname proxy.test',
      'acl tunnel method CONNECT',
      `acl allowed port ${tunnels.join(' ')}`,
      'http_access deny tunnel !allowed',
      ...authentication,
      'http_access allow all',
    ];
    writeFileSync(join(folder, 'squid.conf'), `${lines.join('\n')}\n`);
    return { command: ['squid', '-N', '-d', '1', '-f', join(folder, 'squid.conf')], ready: /Accepting HTTP Socket connections/ };
  });
}

type Configure = (port: number, folder: string) => { command: string[]; ready: RegExp };

async function start(name: string, configure: Configure): Promise<RunningProxy> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const port = await freePort();
  const { command, ready } = configure(port, folder);
  const [program, ...options] = command;
  const path = `${process.env['PATH']}:/usr/sbin:/sbin`;
  const child = spawn(program!, options, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PATH: path } });
  const exit = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    void exit.then(() => reject(new Error(`${name} did not start:\n${printed}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (ready.test(printed)) resolve();
      });
    }
  });
  // squid says so shortly before it is so.
  while (!(await isReachable(port)));
  return {
    port,
    place: `127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await exit;
      rmSync(folder, { recursive: true });
    },
  };
}

function isReachable(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
