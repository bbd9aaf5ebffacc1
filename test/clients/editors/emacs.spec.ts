/** A real Emacs with eglot, with the configuration of docs/editors/emacs.md. */
import { documented } from './documented.ts';
import { EditorWorkspace } from './editor-workspace.ts';
import { takePicture } from './picture.ts';
import { TerminalScreen } from './terminal-screen.ts';

describe('Emacs', function () {
  this.timeout(180_000);

  it('shows, completes and checks issues, and acts on them, as its page says', async () => {
    await using workspace = await EditorWorkspace.open();
    const { open, closed } = workspace;
    // Its packages are compiled to machine code when they are first loaded, with warnings in a window of their own.
    await workspace.write('.emacs.d/early-init.el', '(setq native-comp-deferred-compilation nil)\n');
    await workspace.write('.emacs.d/init.el', documented('emacs', 'Configuration'));
    await workspace.write('project/plan.txt', `Release 🚀 needs ${open.key} first.\n\nTODO ${closed.key}: remove the workaround.\n\n`);
    await using screen = await TerminalScreen.open({ command: ['emacs', '-nw', 'plan.txt'], folder: workspace.project, env: workspace.env });
    await screen.waitFor(/now managing/);

    await screen.press('C-s');
    await screen.type(`${open.key}\n`);
    await screen.press('Left');
    await screen.waitFor(/Remove login form/);
    await takePicture(screen, 'emacs');

    await screen.press('M-x');
    await screen.type('flymake-show-buffer-diagnostics\n');
    await screen.waitFor(new RegExp(`${closed.key} is done`));

    await screen.press('M-x');
    await screen.type('eglot-code-actions\n');
    await screen.waitFor(new RegExp(`Pick an action \\(default ${open.key}: Show\\)`));
    await screen.press('Enter');
    await screen.waitFor(/Server reports .*Open/);

    await screen.press('C-x', '1', 'M->');
    await screen.type('ABC-4');
    await screen.press('M-x');
    await screen.type('completion-at-point\n');
    await screen.waitFor(/ABC-44/);
  });
});
