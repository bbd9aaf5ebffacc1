/** What the features of standard LSP share: what the user was shown, is asked, and is to fill in. */
import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import type { Core } from '../core/core.ts';
import { createFormFiles } from '../infrastructure/storage/form-files.ts';
import type { ClientSignIn } from './client-sign-in.ts';
import type { Documents } from './documents/documents.ts';
import { createReferenceTools, type ReferenceTools } from './documents/reference-tools.ts';
import type { EditorClient } from './editor-client.ts';
import { Diagnostics } from './features/diagnostics.ts';
import { JqlDiagnostics } from './features/jql/diagnostics.ts';
import { SignInOffer } from './features/sign-in/offer.ts';
import { Forms } from './forms.ts';
import { IssuePages } from './issue-pages.ts';
import type { LiveSettings } from './settings.ts';

/** Made once for an agent. */
export interface Workbench extends ReferenceTools {
  readonly forms: Forms;
  readonly pages: IssuePages;
  readonly signInOffer: SignInOffer;
  /** Withdraws what is asked, and deletes what is to be filled in. */
  close(): Promise<void>;
}

/** What it is made from. */
export interface WorkbenchOptions {
  readonly core: Core;
  readonly editor: EditorClient;
  readonly clientSignIn: ClientSignIn;
  readonly documents: Documents;
  readonly settings: LiveSettings;
  /** Gives the URIs of the folders that the editor has open. */
  readonly folders: () => readonly string[];
}

/** What an agent that was killed left behind is deleted. */
export function createWorkbench({ core, editor, clientSignIn, documents, settings, folders }: WorkbenchOptions): Workbench {
  const files = createFormFiles(join(core.folder, 'forms'), (message) => editor.warn(message));
  const forms = new Forms(files, editor);
  const signInOffer = new SignInOffer(core, editor, clientSignIn, forms);
  const life = new AbortController();
  setMaxListeners(0, life.signal); // Each open document listens; Node warns of more than ten.
  documents.listen(forms);
  void files.sweep();
  const tools = createReferenceTools({ core, documents, settings, folders, onRepair: (message) => editor.warn(message), life: life.signal });
  const diagnostics = new Diagnostics({ documents, editor, tools, after: core.clock.after });
  diagnostics.start();
  const queries = new JqlDiagnostics({ core, editor, documents, references: tools.references });
  queries.start();
  tools.references.follow();
  refreshHints(editor, tools);
  return {
    forms,
    pages: new IssuePages(core, editor),
    signInOffer,
    ...tools,
    async close() {
      life.abort();
      queries.close();
      diagnostics.close();
      tools.close();
      signInOffer.close();
      await forms.close();
    },
  };
}

/** Hints say what is known: the editor asks again when that is more. */
function refreshHints(editor: EditorClient, { lookup, settings }: ReferenceTools): void {
  lookup.onLearnt(() => {
    if (settings.current.inlayHints.enabled) editor.refreshInlayHints();
  });
  settings.onChange(() => editor.refreshInlayHints());
}
