import type { Handler } from '../handler.ts';

/** `jira/doctor`: what works, what does not, and what to do about it. */
export const doctor: Handler<'jira/doctor'> = async ({ provider }, { core }, signal) => {
  const { examine } = await import('../../core/doctor/examine.ts');
  return { findings: await examine(core, provider, signal) };
};
