/** Makes the checks of one subject in their order. */
import type { Finding } from '../../../protocol/doctor.ts';
import { failed, skipped } from './findings.ts';

/** How one check is made. */
export interface Check {
  readonly name: string;
  /** Checks without whose success this one makes no sense. */
  readonly needs: readonly string[];
  /** What to do when it fails and the error does not say. */
  readonly hint: string;
  readonly examine: () => Finding | Promise<Finding>;
}

/**
 * Makes checks one after another. What is thrown becomes a finding; a check that needs one which failed is skipped, and
 * so are those that need this one.
 *
 * @throws the signal's reason, when it is aborted
 */
export async function makeChecks(checks: readonly Check[], signal: AbortSignal): Promise<Finding[]> {
  const findings: Finding[] = [];
  /** The failed check that stands in the way, by the name of each check that failed or was skipped for it. */
  const obstacles = new Map<string, string>();
  for (const check of checks) {
    signal.throwIfAborted();
    const obstacle = check.needs.map((name) => obstacles.get(name)).find((name) => name !== undefined);
    if (obstacle !== undefined) {
      obstacles.set(check.name, obstacle);
      findings.push(skipped(check.name, `Not checked, since \`${obstacle}\` failed.`, `See to \`${obstacle}\` first.`));
      continue;
    }
    const finding = await make(check, signal);
    if (finding.outcome === 'failed') obstacles.set(check.name, check.name);
    findings.push(finding);
  }
  return findings;
}

async function make({ name, hint, examine }: Check, signal: AbortSignal): Promise<Finding> {
  try {
    return await examine();
  } catch (error) {
    if (signal.aborted) throw error;
    return failed(name, error, hint);
  }
}
