/** What a handler of a request is. */
import type { ParamsOf, ResultOf } from '../../protocol/definition.ts';
import type { Requests } from '../../protocol/index.ts';
import type { RequestMethod } from '../../protocol/methods.ts';
import type { Core } from '../core/core.ts';
import type { ProjectKeys } from '../core/references/project-keys.ts';
import type { EditorClient } from './editor-client.ts';
import type { WorkspaceTrust } from './workspace-trust.ts';

/** What every handler may use. */
export interface HandlerContext {
  readonly core: Core;
  readonly editor: EditorClient;
  /** Asks about servers that the workspace names. */
  readonly trust: WorkspaceTrust;
  /** Gives the projects of the servers, as the features of standard LSP know them; they are loaded on first use. */
  readonly projects: () => Promise<ProjectKeys>;
}

/**
 * Answers one request.
 *
 * @param params validated, with defaults
 * @param signal aborted when the client cancels
 */
export type Handler<M extends RequestMethod> = (
  params: ParamsOf<Requests[M]>,
  context: HandlerContext,
  signal: AbortSignal,
) => Promise<ResultOf<Requests[M]>>;
