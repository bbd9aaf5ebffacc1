/** Real Neovims, an old and a current one, with the configurations of docs/editors/neovim.md. */
import { currentNeovim, machinesNeovim } from '../../../scripts/editors/neovim.ts';
import { documented } from './documented.ts';
import { EditorWorkspace } from './editor-workspace.ts';
import { takePicture } from './picture.ts';
import { TerminalScreen } from './terminal-screen.ts';

const neovims = [
  { program: currentNeovim, heading: 'Neovim 0.11 and newer', picture: 'neovim', showDiagnostic: ':lua vim.diagnostic.open_float()' },
  { program: machinesNeovim, heading: 'Neovim 0.7 to 0.10', picture: 'neovim-0.7', showDiagnostic: ':lua vim.diagnostic.open_float()' },
];

for (const { program, heading, picture, showDiagnostic } of neovims) {
  describe(heading, function () {
    this.timeout(180_000);

    it('shows, completes and checks issues, and acts on them, as its page says', async () => {
      await using workspace = await EditorWorkspace.open();
      const { open, closed } = workspace;
      await workspace.write('.config/nvim/init.lua', documented('neovim', heading));
      await workspace.write('project/plan.txt', `Release 🚀 needs ${open.key} first.\n\nTODO ${closed.key}: remove the workaround.\n\n`);
      await using screen = await TerminalScreen.open({ command: [program(), 'plan.txt'], folder: workspace.project, env: workspace.env });
      await screen.waitFor(/Release/);

      await screen.type(`/${closed.key}\n`);
      await screen.type(`${showDiagnostic}\n`);
      await screen.waitFor(new RegExp(`${closed.key}.*Done`));

      await screen.type(`gg/${open.key}\nK`);
      await screen.waitFor(/Remove login form/);
      await takePicture(screen, picture);

      await screen.press('Escape');
      await screen.type(`Go${open.key}`);
      await screen.press('C-x', 'C-o');
      await screen.waitFor(/ABC-1\d.*\n/);

      await screen.press('Escape');
      await screen.type(`gg/${open.key}\ngra`);
      await screen.waitFor(/Open/);
    });
  });
}
