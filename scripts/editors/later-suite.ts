/**
 * Programs of Debian's later suites, for editors that are newer than the machine's own.
 *
 * Nothing is installed: a package and all that it depends on, its C library too, is downloaded with
 * apt, which checks the signatures, and unpacked below `.cache`.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program of a package. */
export interface LaterProgram {
  /** Debian's name of the package. */
  readonly packageName: string;
  /** Where the package has the program, for instance `usr/bin/nvim`. */
  readonly program: string;
  /** Variables that it needs to find its own files. @param folder where the package is unpacked */
  readonly environment?: (folder: string) => Readonly<Record<string, string>>;
  /** The suite; `testing` by default, which can always be installed. */
  readonly suite?: 'testing' | 'unstable';
}

const cache = join(import.meta.dirname, '..', '..', '.cache', 'editors');

/**
 * The path of a program, which runs like an installed one. What is missing is brought first, which
 * takes some seconds and the package mirror, once.
 *
 * @throws {Error} on a system other than Debian, or where apt or patchelf fail
 */
export function laterProgram({ packageName, program, environment, suite = 'testing' }: LaterProgram): string {
  const folder = join(cache, suite, packageName);
  const launcher = join(folder, 'launch', program.slice(program.lastIndexOf('/') + 1));
  if (existsSync(launcher)) return launcher;

  mkdirSync(join(cache, suite), { recursive: true });
  const work = mkdtempSync(join(cache, suite, '.work-'));
  try {
    download(work, suite, packageName);
    unpack(work, join(work, 'root'));
    link(join(work, 'root'), program, folder);
    launchable(join(work, 'root'), program, folder, environment?.(folder) ?? {});
    renameSync(join(work, 'root'), folder);
  } catch (error) {
    // Somebody else may have been faster.
    if (!existsSync(launcher)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return launcher;
}

/** Downloads the package as if nothing at all were installed here: then all that it depends on comes too. */
function download(work: string, suite: string, packageName: string): void {
  for (const folder of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(work, folder), { recursive: true });
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const signedBy = existsSync(keyring) ? `[signed-by=${keyring}] ` : '';
  writeFileSync(join(work, 'sources.list'), `deb ${signedBy}${mirror()} ${suite} main\n`);
  writeFileSync(join(work, 'status'), '');
  const settings = [
    `Dir::Etc::SourceList=${join(work, 'sources.list')}`,
    'Dir::Etc::SourceParts=/dev/null',
    'Dir::Etc::Preferences=/dev/null',
    'Dir::Etc::PreferencesParts=/dev/null',
    `Dir::State=${join(work, 'state')}`,
    `Dir::State::Status=${join(work, 'status')}`,
    `Dir::Cache=${join(work, 'cache')}`,
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
    'APT::Sandbox::User=root',
    'Debug::NoLocking=true',
  ].flatMap((setting) => ['-o', setting]);
  run('apt-get', [...settings, '--quiet=2', 'update']);
  run('apt-get', [...settings, '--quiet=2', '--yes', '--no-install-recommends', '--download-only', 'install', packageName]);
}

/**
 * The address that this machine has its own packages from.
 *
 * @throws {Error} where this is no Debian
 */
function mirror(): string {
  const system = Object.fromEntries(
    (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '').split('\n').map((line) => line.replaceAll('"', '').split('=')),
  ) as Record<string, string>;
  // What would be fetched is known before anything was.
  const fetched = system['ID'] === 'debian' ? run('apt-get', ['-o', 'Debug::NoLocking=true', '--print-uris', 'update']) : '';
  const addresses = (suite: string): string[] => [...fetched.matchAll(new RegExp(`^'(\\S+)/dists/${suite}/InRelease'`, 'gm'))].map(([, found = '']) => found);
  // Others have packages for a suite of Debian; Debian alone has updates to it.
  const [address] = addresses(`${system['VERSION_CODENAME']}-updates`).concat(addresses(`${system['VERSION_CODENAME']}`));
  if (address === undefined) throw new Error('A later editor is taken from Debian’s packages, and this is no Debian: name your own, see clients/vim/README.md.');
  return address;
}

function unpack(work: string, root: string): void {
  const archives = join(work, 'cache', 'archives');
  mkdirSync(root);
  for (const name of readdirSync(archives).filter((file) => file.endsWith('.deb'))) run('dpkg-deb', ['--extract', join(archives, name), root]);
}

/** Has the program use the libraries that came with it. @param folder where it will be */
function link(root: string, program: string, folder: string): void {
  const path = join(root, program);
  const loader = run('patchelf', ['--print-interpreter', path]).trim().slice(1);
  const place = [loader, `usr/${loader}`].find((file) => existsSync(join(root, file))) ?? loader;
  const libraries = ['lib', 'usr/lib']
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).filter((name) => name.endsWith('-linux-gnu')).map((name) => join(folder, parent, name)));
  // The older kind of path is also the one that a library's own libraries are looked for in.
  run('patchelf', ['--set-interpreter', join(folder, place), '--force-rpath', '--set-rpath', libraries.join(':'), path]);
}

function launchable(root: string, program: string, folder: string, environment: Readonly<Record<string, string>>): void {
  const launcher = join(root, 'launch', program.slice(program.lastIndexOf('/') + 1));
  const variables = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'\n`);
  mkdirSync(join(root, 'launch'));
  writeFileSync(launcher, `#!/bin/sh\n${variables.join('')}exec '${join(folder, program)}' "$@"\n`);
  chmodSync(launcher, 0o755);
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
