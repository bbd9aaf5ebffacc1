/** The editors that the client of Vim and Neovim is for. */
import { currentNeovim, machinesNeovim } from '../../../scripts/editors/neovim.ts';

/** An editor, as it is started with nobody's configuration. */
export interface Editor {
  readonly name: string;
  readonly isNeovim: boolean;
  /** The program, and the arguments that leave every configuration out. @throws {Error} where it cannot be had */
  readonly command: () => readonly string[];
  /** Arguments that have it run a script without a terminal. */
  readonly headless: readonly string[];
}

const nothing = ['-u', 'NONE', '-i', 'NONE', '-n'];

/** Vim 9 (`JIRA_TEST_VIM`, else `vim`), the machine's own Neovim, which is an old one on Debian, and a current one. */
export const editors: readonly Editor[] = [
  { name: 'Vim', isNeovim: false, command: () => [process.env['JIRA_TEST_VIM'] ?? 'vim', '-N', ...nothing], headless: ['--not-a-term'] },
  { name: 'the machine’s Neovim', isNeovim: true, command: () => [machinesNeovim(), ...nothing], headless: ['--headless'] },
  { name: 'a current Neovim', isNeovim: true, command: () => [currentNeovim(), ...nothing], headless: ['--headless'] },
];
