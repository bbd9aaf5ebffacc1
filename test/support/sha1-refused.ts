/** An OpenSSL that refuses RSA-SHA1 signatures, as RHEL 9 and FIPS have it, for the Node of a test. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the provider beside this file with the C compiler of the machine, and the configuration that
 * puts it in the place of OpenSSL's default provider. Other programs than
 * Node find nothing for them in the configuration.
 *
 * @param folder where the two files go
 * @returns what to add to the environment of the Node process that shall refuse
 */
export function refuseSha1(folder: string): { OPENSSL_CONF: string } {
  const module = join(folder, 'sha1-refused.so');
  const configuration = join(folder, 'openssl.cnf');
  execFileSync('cc', ['-shared', '-fPIC', '-Wall', '-Wextra', '-Werror', '-o', module, join(import.meta.dirname, 'sha1-refused.c')]);
  writeFileSync(configuration, `nodejs_conf = node\n[node]\nproviders = providers\n[providers]\nrefusing = refusing\n[refusing]\nmodule = ${module}\nactivate = 1\n`);
  return { OPENSSL_CONF: configuration };
}
