import type { Handler } from '../handler.ts';

/** `jira/generateKeyPair`: an RSA key pair, and what the administrator needs of it. */
export const generateKeyPair: Handler<'jira/generateKeyPair'> = async (params, { core }, signal) => {
  const { makeKeyPair } = await import('../../core/keys/make-key-pair.ts');
  return makeKeyPair(core, params, signal);
};
