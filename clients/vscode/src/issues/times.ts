/** Times for people. */
import type { Words } from './words.ts';

/** How long ago something was. @param time RFC 3339 @param now milliseconds since the epoch */
export function ago(time: string, l10n: Words, now = Date.now()): string {
  const minutes = Math.max(0, Math.round((now - Date.parse(time)) / 60_000));
  if (minutes < 1) return l10n.t('just now');
  if (minutes < 60) return l10n.t('{0} min ago', minutes);
  return minutes < 48 * 60 ? l10n.t('{0} h ago', Math.round(minutes / 60)) : l10n.t('{0} days ago', Math.round(minutes / 1440));
}

/** The day in the user's language. @param time RFC 3339 @param language a tag of BCP 47 */
export function day(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(time));
}
