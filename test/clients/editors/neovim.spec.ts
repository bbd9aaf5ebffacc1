/** Real Neovims, an old and a current one, with the configurations of docs/editors/neovim.md. */
import { currentNeovim, machinesNeovim } from '../../../scripts/editors/neovim.ts';
import { documented } from './documented.ts';
import { EditorWorkspace } from './editor-workspace.ts';
import { takePicture } from './picture.ts';
import { TerminalScreen } from './terminal-screen.ts';

const neovims = [
  { program: currentNeovim, heading: 'Neovim 0.11 and newer', picture: true, problem: /I:1/, page: /# ABC-1: Remove login form/ },
  { program: machinesNeovim, heading: 'Neovim 0.7 to 0.10', picture: false, problem: /is done/, page: /\[Info\] Open / },
];

for (const { program, heading, picture, problem, page } of neovims) {
  describe(heading, function () {
    this.timeout(180_000);

    it('shows, completes and checks issues, and acts on them, as its page says', async () => {
      await using workspace = await EditorWorkspace.open();
      const { open, closed } = workspace;
      await workspace.write('.config/nvim/init.lua', documented('neovim', heading));
      await workspace.write('project/plan.txt', `Release 🚀 needs ${open.key} first.\n\nTODO ${closed.key}: remove the workaround.\n\n`);
      await using screen = await TerminalScreen.open({ command: [program(), 'plan.txt'], folder: workspace.project, env: workspace.env });
      await screen.waitFor(problem);

      await screen.type(`/${closed.key}\n:lua vim.diagnostic.open_float()\n`);
      await screen.waitFor(/Diagnostics:[^]*is done/);

      await screen.type(`gg/${open.key}\nK`);
      await screen.waitFor(/Remove login form/);
      if (picture) await takePicture(screen, 'neovim');

      await screen.type('GoABC-');
      await screen.press('C-x', 'C-o');
      await screen.waitFor(/Reference/);

      await screen.press('Escape');
      await screen.waitFor(/^(?![^]*-- INSERT)/);
      await screen.type(`gg/${open.key}\ngra`);
      await screen.waitFor(/1: ABC-1: Show\n2: ABC-1: Open in the browser/);
      await screen.type('1\n');
      await screen.waitFor(page);
    });
  });
}
