/** The Helix that the agent is tested with. */
import { laterProgram } from './later-suite.ts';

/**
 * A current Helix: `JIRA_TEST_HELIX`, else the one of Debian's testing suite.
 *
 * @throws {Error} where neither can be had
 */
export function currentHelix(): string {
  return process.env['JIRA_TEST_HELIX'] ?? laterProgram({ packageName: 'hx', program: 'usr/bin/hx' });
}
