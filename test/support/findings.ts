/** What the doctor found, for tests. */
import { assert } from 'chai';
import type { Finding } from '../../protocol/doctor.ts';
import type { Agent } from './agent.ts';

/** The checks of the agent itself, and those of each provider, in their order. */
export const agentChecks = ['storage', 'credentialStore', 'node', 'signing'];
export const providerChecks = ['dns', 'proxy', 'tls', 'basePath', 'serverInfo', 'version', 'clock', 'login', 'rights', 'roundTrip'];

/** The findings of one examination. */
export class Findings {
  readonly all: readonly Finding[];

  /** @throws {Error} where one that is not ok does not say what to do next */
  constructor(all: readonly Finding[]) {
    this.all = all;
    for (const { check, outcome, detail, hint = '' } of all) {
      assert.notEqual(detail.trim(), '', check);
      if (outcome !== 'ok') assert.notEqual(hint.trim(), '', `${check} is ${outcome} and has no hint: ${detail}`);
    }
  }

  get checks(): string[] {
    return this.all.map(({ check }) => check);
  }

  /** The checks that had an outcome. */
  of(outcome: Finding['outcome']): string[] {
    return this.all.filter((finding) => finding.outcome === outcome).map(({ check }) => check);
  }

  /** The one finding of a check, which has to have this outcome, and to say this. */
  assert(check: string, outcome: Finding['outcome'], detail: RegExp, hint?: RegExp): void {
    const found = this.all.filter((finding) => finding.check === check);
    assert.lengthOf(found, 1, check);
    assert.strictEqual(found[0]!.outcome, outcome, JSON.stringify(found[0]));
    assert.match(found[0]!.detail, detail);
    if (hint !== undefined) assert.match(found[0]!.hint ?? '', hint);
  }
}

/** Asks the doctor, of one provider or of all. */
export async function askDoctor(agent: Agent, provider?: string): Promise<Findings> {
  return new Findings((await agent.request('jira/doctor', { provider })).findings);
}
