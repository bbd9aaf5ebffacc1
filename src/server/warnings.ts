/** What the user must know although a request succeeded. */
import type { Log } from '../infrastructure/log.ts';

/** The member of a result that tells it, absent where there is nothing to tell; the log tells it too. */
export function tell(warnings: string[], log: Log): { warnings?: string[] } {
  for (const warning of warnings) log.warn(warning);
  return warnings.length === 0 ? {} : { warnings };
}
