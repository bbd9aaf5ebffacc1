/** What the features of standard LSP share: what the user was shown, is asked, and is to fill in. */
import { join } from 'node:path';
import type { Core } from '../core/core.ts';
import { createFormFiles } from '../infrastructure/storage/form-files.ts';
import type { Documents } from './documents/documents.ts';
import type { EditorClient } from './editor-client.ts';
import { SignInOffer } from './features/sign-in/offer.ts';
import { Forms } from './forms.ts';
import { IssuePages } from './issue-pages.ts';

/** Made once for an agent. */
export interface Workbench {
  readonly forms: Forms;
  readonly pages: IssuePages;
  readonly signInOffer: SignInOffer;
  /** Aborted when the agent ends: for work that goes on after its request was answered. */
  readonly life: AbortSignal;
  /** Withdraws what is asked, and deletes what is to be filled in. */
  close(): Promise<void>;
}

/** What an agent that was killed left behind is deleted. */
export function createWorkbench(core: Core, editor: EditorClient, documents: Documents): Workbench {
  const files = createFormFiles(join(core.folder, 'forms'), (message) => editor.warn(message));
  const forms = new Forms(files, editor);
  const signInOffer = new SignInOffer(core, editor, forms);
  const life = new AbortController();
  documents.listen(forms);
  void files.sweep();
  return {
    forms,
    pages: new IssuePages(core, editor),
    signInOffer,
    life: life.signal,
    async close() {
      life.abort();
      signInOffer.close();
      await forms.close();
    },
  };
}
