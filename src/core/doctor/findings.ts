/** How findings are made: what is not ok says what to do next. */
import type { Finding } from '../../../protocol/doctor.ts';

/** A check that went well. */
export function ok(check: string, detail: string): Finding {
  return { check, outcome: 'ok', detail };
}

/** Something that works and may not for long, or not for everything. */
export function warning(check: string, detail: string, hint: string): Finding {
  return { check, outcome: 'warning', detail, hint };
}

/** A check that was not made. */
export function skipped(check: string, detail: string, hint: string): Finding {
  return { check, outcome: 'skipped', detail, hint };
}

/**
 * A check that went wrong.
 *
 * @param error its message is shown where it is one of ours; of any other just its name, since it may quote anything
 * @param hint what to do, where the error itself does not say
 */
export function failed(check: string, error: unknown, hint: string): Finding {
  return { check, outcome: 'failed', detail: messageOf(error), hint: hintOf(error) ?? hint };
}

const ours: ReadonlySet<string> = new Set(['JiraError', 'HttpFailure', 'StorageFailure']);

function messageOf(error: unknown): string {
  if (error instanceof Error && ours.has(error.name)) return error.message;
  return `The check ended with a bug of the agent: ${error instanceof Error ? error.name : typeof error}.`;
}

/** What an error of ours says to do. */
function hintOf(error: unknown): string | undefined {
  const { hint, details } = (error ?? {}) as { hint?: unknown; details?: { hint?: unknown } };
  const found = hint ?? details?.hint;
  return typeof found === 'string' ? found : undefined;
}
