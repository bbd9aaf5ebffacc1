import { toProvider } from '../../core/providers/records.ts';
import { trustWorkspaceProvider as noteTrust } from '../../core/workspace/trust.ts';
import type { Handler } from '../handler.ts';

/** `jira/trustWorkspaceProvider`: the user's word on a server that the workspace names. */
export const trustWorkspaceProvider: Handler<'jira/trustWorkspaceProvider'> = async ({ provider, host, trusted }, { core }) => {
  const record = await noteTrust(core, provider, host, trusted);
  return { provider: toProvider(record, core.connections.isUnreachable(record.id)) };
};
