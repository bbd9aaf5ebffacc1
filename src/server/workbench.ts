/** What the features of standard LSP share: what the user was shown, is asked, and is to fill in. */
import { join } from 'node:path';
import type { Core } from '../core/core.ts';
import { IssueLookup } from '../core/references/issue-lookup.ts';
import { ProjectKeys, RememberedProjects } from '../core/references/project-keys.ts';
import { createFormFiles } from '../infrastructure/storage/form-files.ts';
import { createJsonDocument } from '../infrastructure/storage/json-document.ts';
import { DocumentReferences } from './documents/document-references.ts';
import type { Documents } from './documents/documents.ts';
import type { EditorClient } from './editor-client.ts';
import { JqlDiagnostics } from './features/jql/diagnostics.ts';
import { SignInOffer } from './features/sign-in/offer.ts';
import { Forms } from './forms.ts';
import { IssuePages } from './issue-pages.ts';
import type { LiveSettings } from './settings.ts';

/** Made once for an agent. */
export interface Workbench {
  readonly forms: Forms;
  readonly pages: IssuePages;
  readonly signInOffer: SignInOffer;
  /** What the user set of features. */
  readonly settings: LiveSettings;
  /** The projects of the servers. */
  readonly projects: ProjectKeys;
  /** The issues that texts refer to. */
  readonly lookup: IssueLookup;
  /** The references to issues in the open documents. */
  readonly references: DocumentReferences;
  /** Aborted when the agent ends: for work that goes on after its request was answered. */
  readonly life: AbortSignal;
  /** Withdraws what is asked, and deletes what is to be filled in. */
  close(): Promise<void>;
}

/** What it is made from. */
export interface WorkbenchOptions {
  readonly core: Core;
  readonly editor: EditorClient;
  readonly documents: Documents;
  readonly settings: LiveSettings;
}

/** What an agent that was killed left behind is deleted. */
export function createWorkbench({ core, editor, documents, settings }: WorkbenchOptions): Workbench {
  const files = createFormFiles(join(core.folder, 'forms'), (message) => editor.warn(message));
  const forms = new Forms(files, editor);
  const signInOffer = new SignInOffer(core, editor, forms);
  const life = new AbortController();
  documents.listen(forms);
  void files.sweep();
  const lookup = new IssueLookup(core, () => undefined, life.signal);
  const projects = new ProjectKeys(
    core,
    createJsonDocument<RememberedProjects>({
      file: join(core.folder, 'projects.json'),
      version: 1,
      initial: () => ({ providers: {} }),
      parse: (value) => RememberedProjects.parse(value),
      onRepair: (message) => editor.warn(message),
    }),
    { projectsChanged: () => references.rescan(), userChanged: (provider) => lookup.forget(provider) },
    life.signal,
  );
  const references = new DocumentReferences({ documents, projects, lookup, clock: core.clock });
  references.follow();
  const queries = new JqlDiagnostics({ core, editor, documents });
  queries.follow();
  return {
    forms,
    pages: new IssuePages(core, editor),
    signInOffer,
    settings,
    projects,
    lookup,
    references,
    life: life.signal,
    async close() {
      life.abort();
      queries.close();
      projects.close();
      lookup.close();
      signInOffer.close();
      await forms.close();
    },
  };
}
