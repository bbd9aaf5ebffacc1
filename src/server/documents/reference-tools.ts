/** What all features share that deal with references to issues in documents. */
import { join } from 'node:path';
import { KnownTransitions } from '../../core/commit/transitions.ts';
import type { Core } from '../../core/core.ts';
import { IssueLookup } from '../../core/references/issue-lookup.ts';
import { ProjectKeys, RememberedProjects } from '../../core/references/project-keys.ts';
import { Suggestions } from '../../core/references/suggestions.ts';
import { createJsonDocument } from '../../infrastructure/storage/json-document.ts';
import { Pauses } from '../pauses.ts';
import type { LiveSettings } from '../settings.ts';
import { Branches } from './branches.ts';
import { DocumentReferences } from './document-references.ts';
import type { Documents } from './documents.ts';

/** Made once for an agent. */
export interface ReferenceTools {
  /** What the user set of features. */
  readonly settings: LiveSettings;
  /** The projects of the servers. */
  readonly projects: ProjectKeys;
  /** The issues that texts refer to. */
  readonly lookup: IssueLookup;
  /** The references to issues in the open documents. */
  readonly references: DocumentReferences;
  /** Issues to propose to somebody who types. */
  readonly suggestions: Suggestions;
  /** The transitions that messages of commits may name. */
  readonly transitions: KnownTransitions;
  /** The branches that commits are made on. */
  readonly branches: Branches;
  readonly pauses: Pauses;
  /** Aborted when the agent ends: for work that goes on after its request was answered. */
  readonly life: AbortSignal;
  /** Ends what is under way. */
  close(): void;
}

/** What they are made from. */
export interface ReferenceToolsOptions {
  readonly core: Core;
  readonly documents: Documents;
  readonly settings: LiveSettings;
  /** Gives the URIs of the folders that the editor has open. */
  readonly folders: () => readonly string[];
  /** Told, in words for people, of what was done about a damaged file. */
  readonly onRepair: (message: string) => void;
  /** Aborted when the agent ends. */
  readonly life: AbortSignal;
}

/** No document is looked into before {@link DocumentReferences.follow}. */
export function createReferenceTools({ core, documents, settings, folders, onRepair, life }: ReferenceToolsOptions): ReferenceTools {
  const remembered = createJsonDocument<RememberedProjects>({
    file: join(core.folder, 'projects.json'),
    version: 1,
    initial: () => ({ providers: {} }),
    parse: (value) => RememberedProjects.parse(value),
    onRepair,
  });
  const lookup = new IssueLookup(core, life);
  const projects = new ProjectKeys(core, remembered, { projectsChanged: () => references.rescan(), userChanged: (provider) => lookup.forget(provider) }, life);
  const references = new DocumentReferences({ documents, projects, lookup, seen: () => core.cache.ready(), clock: core.clock });
  const pauses = new Pauses(core.clock);
  return {
    settings,
    projects,
    lookup,
    references,
    suggestions: new Suggestions(core, life),
    transitions: new KnownTransitions(core, life),
    branches: new Branches(references, projects, folders),
    pauses,
    life,
    close() {
      projects.close();
      lookup.close();
      pauses.close();
    },
  };
}
