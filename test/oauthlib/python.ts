/** Which Python runs the independent verifiers, and where they are. */
import { fileURLToPath } from 'node:url';

/**
 * Debian's own Python, since the packages python3-oauthlib and python3-requests-oauthlib belong to
 * it; `PYTHON` names another one that has them.
 */
export const python = process.env['PYTHON'] ?? '/usr/bin/python3';

/**
 * The arguments that run a Python program of this folder, without leaving compiled files there.
 *
 * @param name the name of its file
 * @param rest its own arguments
 */
export function program(name: string, ...rest: string[]): string[] {
  return ['-B', fileURLToPath(new URL(name, import.meta.url)), ...rest];
}
