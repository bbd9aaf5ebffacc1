/** The Neovims that the client is tested with. */
import { join } from 'node:path';
import { laterProgram } from './later-suite.ts';

/** The Neovim of this machine: `JIRA_TEST_NEOVIM`, else `nvim`. Debian 12 has 0.7. */
export function machinesNeovim(): string {
  return process.env['JIRA_TEST_NEOVIM'] ?? 'nvim';
}

/**
 * A current Neovim: `JIRA_TEST_CURRENT_NEOVIM`, else the one of Debian's testing suite.
 *
 * @throws {Error} where neither can be had
 */
export function currentNeovim(): string {
  return (
    process.env['JIRA_TEST_CURRENT_NEOVIM'] ??
    laterProgram({ packageName: 'neovim', program: 'usr/bin/nvim', environment: (folder) => ({ VIMRUNTIME: join(folder, 'usr/share/nvim/runtime') }) })
  );
}
