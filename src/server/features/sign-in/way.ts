/** What all ways of signing in have in common. */
import type { Network } from '../../../../protocol/network.ts';
import type { Authentication } from '../../../../protocol/provider.ts';
import { requests } from '../../../../protocol/index.ts';
import type { Core } from '../../../core/core.ts';
import { configureProvider } from '../../../core/providers/configure.ts';
import type { ProviderRecord } from '../../../core/providers/records.ts';
import type { Dialogue } from '../../dialogue.ts';
import type { EditorClient } from '../../editor-client.ts';
import { validateParams } from '../../validation.ts';

/** What signing in works with. */
export interface SignInContext {
  readonly core: Core;
  readonly editor: EditorClient;
  readonly dialogue: Dialogue;
}

/** The server to sign in to. */
export interface Target {
  /** The provider, where it is one already. */
  readonly record?: ProviderRecord | undefined;
  readonly baseUrl: string;
  readonly name?: string | undefined;
  readonly network?: Network | undefined;
}

/** A way in, with all that it takes of the user. @returns the provider, signed in */
export type Way = (target: Target, context: SignInContext, signal: AbortSignal) => Promise<ProviderRecord>;

/** The line about how a form is used. */
export const howToFillIn = 'Lines that begin with # are left out.';

/** What a form holds while what was saved is tried out: by then no secret is in the file any more. */
export const beingTried = '# Just a moment: what you saved is being tried out, and is no longer in this file.\n';

/** What a form holds once it was made use of. */
export function signedInText({ name, user }: ProviderRecord): string {
  return `# You are signed in to ${name}${user === undefined ? '' : ` as ${user.displayName}`}. You can close this file.\n`;
}

/** Configures the provider, as `jira/configure` does. @throws {JiraError} invalidParams for what the user mistyped, too */
export async function configure({ record, baseUrl, name, network }: Target, authentication: Authentication, { core }: SignInContext, signal: AbortSignal): Promise<ProviderRecord> {
  const params = validateParams(requests['jira/configure'].params, { provider: record?.id, baseUrl, name, network, authentication });
  return configureProvider(core, params, signal);
}
