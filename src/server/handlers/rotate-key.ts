import type { Handler } from '../handler.ts';

/** `jira/rotateKey`: a new key beside the old one. */
export const rotateKey: Handler<'jira/rotateKey'> = async ({ provider, bits }, { core }, signal) => {
  const { rotateKey: rotate } = await import('../../core/organization/rotate.ts');
  return rotate(core, provider, bits, signal);
};
