/** Every editor that the end-to-end suite plays. */
import { newEglot, oldEglot } from './eglot.ts';
import { newHelix, oldHelix } from './helix.ts';
import { lsp4ij } from './lsp4ij.ts';
import { newNeovim, oldNeovim } from './neovim.ts';
import type { EditorProfile } from './profile.ts';
import { vimLsp, yegappanLsp } from './vim.ts';
import { vscode } from './vscode.ts';
import { zed } from './zed.ts';

export const profiles: readonly EditorProfile[] = [vscode, oldNeovim, newNeovim, vimLsp, yegappanLsp, lsp4ij, oldHelix, newHelix, zed, oldEglot, newEglot];
