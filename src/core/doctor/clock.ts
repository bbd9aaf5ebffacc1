import type { Finding } from '../../../protocol/doctor.ts';
import { parseJson } from '../jira/parse-json.ts';
import { toTime } from '../jira/time.ts';
import { ok, skipped, warning } from './findings.ts';
import type { TimedAnswer } from './way.ts';

/** Seconds between the two clocks that nobody need look at. */
const tolerable = 60;
/** Seconds by which a signature may be off before Jira refuses it (`timestamp_refused`). */
const allowed = 300;

/**
 * `clock`: how far the clocks of this machine and of the server are apart: by `serverTime` where Jira tells it to
 * everybody, as a gateway may set `Date` (RFC 9110, section 6.6.1) by its own clock; else by that.
 */
export function checkClock({ response, sentAt, receivedAt }: TimedAnswer): Finding {
  const theirs = Date.parse(serverTime(response.body) ?? response.headers['date'] ?? '');
  if (Number.isNaN(theirs)) return skipped('clock', 'The server does not tell its time.', 'Compare the clocks by hand where OAuth signatures are refused.');
  const skew = Math.round(((sentAt + receivedAt) / 2 - theirs) / 1000);
  const off = Math.abs(skew);
  if (off <= tolerable) return ok('clock', `The clocks of this machine and of Jira agree (${skew} s apart, ±${allowed} s are allowed).`);
  const direction = skew > 0 ? 'ahead of' : 'behind';
  const consequence = off <= allowed ? `Signatures may be up to ${allowed} seconds off.` : `That is more than the ${allowed} seconds that signatures may be off.`;
  return warning(
    'clock',
    `The clock of this machine is ${off} seconds ${direction} Jira’s. ${consequence}`,
    'Set both clocks by NTP. OAuth signatures are corrected meanwhile; the end dates of tokens are not.',
  );
}

function serverTime(body: string): string | undefined {
  try {
    return toTime((parseJson(body) as { serverTime?: unknown } | null)?.serverTime);
  } catch {
    return undefined;
  }
}
