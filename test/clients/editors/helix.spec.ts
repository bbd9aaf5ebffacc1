/** A real Helix, with the configuration of docs/editors/helix.md. */
import { currentHelix } from '../../../scripts/editors/helix.ts';
import { documented } from './documented.ts';
import { EditorWorkspace } from './editor-workspace.ts';
import { takePicture } from './picture.ts';
import { TerminalScreen } from './terminal-screen.ts';

describe('Helix', function () {
  this.timeout(180_000);

  it('shows, completes and checks issues, and acts on them, as its page says', async () => {
    await using workspace = await EditorWorkspace.open();
    const { open, closed } = workspace;
    await workspace.write('.config/helix/languages.toml', documented('helix', 'Configuration'));
    await workspace.write('project/plan.md', `Release 🚀 needs ${open.key} first.\n\nTODO ${closed.key}: remove the workaround.\n\n`);
    await using screen = await TerminalScreen.open({ command: [currentHelix(), 'plan.md'], folder: workspace.project, env: workspace.env });
    await screen.waitFor(new RegExp(`${closed.key} is done`));

    await screen.type(`gg/${open.key}\n k`);
    await screen.waitFor(/Remove login form/);
    await takePicture(screen, 'helix');

    await screen.press('Escape');
    await screen.waitFor(/^(?![^]*Remove login form)/);
    await screen.type('geoABC-4');
    await screen.waitFor(/ABC-44/);
    await screen.press('Escape');
    await screen.waitFor(/NOR/);

    await screen.type(`gg/${open.key}\n a`);
    await screen.waitFor(/Open in the browser/);
    await screen.press('Enter');
    await screen.waitFor(new RegExp(`# ${open.key}: Remove login form`));

    await screen.type(' S');
    await screen.waitFor(/kind/);
    await screen.type('login form');
    await screen.waitFor(/WEB-\d+ .*login form/);
    await takePicture(screen, 'helix-search');
  });
});
