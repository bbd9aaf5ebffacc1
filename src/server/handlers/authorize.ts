import { beginAuthorization } from '../../core/providers/authorize.ts';
import { addressInBrowser } from '../external-address.ts';
import type { Handler } from '../handler.ts';

/** `jira/authorize`: begins an authorization. */
export const authorize: Handler<'jira/authorize'> = async ({ provider, redirect, openBrowser, passphrase }, { core, editor, trust }, signal) => {
  trust.askAgain(provider);
  const { authorization, url } = await beginAuthorization(core, provider, { redirect, toBrowser: addressInBrowser(editor) }, signal, passphrase);
  if (openBrowser) await editor.openExternal(url);
  return { authorization: authorization.id, url, redirect, expiresAt: new Date(authorization.expiresAt).toISOString() };
};
