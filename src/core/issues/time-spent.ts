/** Time as people write it in Jira: `1w 2d 3h 30m`. */
import { invalidParams } from '../errors.ts';
import { record } from '../jira/json.ts';
import type { Access } from './access.ts';

const part = /^(\d{1,6}(?:[.,]\d{1,3})?)\s*(w|d|h|m|min)$/i;

/**
 * Seconds. How long a day and a week are, Jira's own settings say.
 *
 * @throws {JiraError} invalidParams for `timeSpent`
 */
export async function readTimeSpent(text: string, access: Access): Promise<number> {
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text.trim());
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60;
  const parts = (text.match(/\d[\d.,]*\s*[a-z]+/gi) ?? []).map((each) => part.exec(each));
  const rest = text.replace(/\d[\d.,]*\s*[a-z]+/gi, '').trim();
  if (parts.length === 0 || rest !== '' || parts.includes(null)) {
    throw invalidParams('timeSpent', 'This is no time: write it as Jira does, for instance `1h 30m` or `45m`.');
  }
  const units = parts.map((each) => ({ amount: Number(each?.[1]?.replace(',', '.')), unit: each?.[2]?.charAt(0).toLowerCase() ?? '' }));
  const { day, week } = units.some(({ unit }) => unit === 'd' || unit === 'w') ? await readWorkingTime(access) : { day: 0, week: 0 };
  const lengths: Readonly<Record<string, number>> = { m: 60, h: 3600, d: day, w: week };
  return Math.round(units.reduce((sum, { amount, unit }) => sum + amount * (lengths[unit] ?? 0), 0) / 60) * 60;
}

/** In seconds; Jira's defaults where it does not say. */
async function readWorkingTime(access: Access): Promise<{ day: number; week: number }> {
  const { workingHoursPerDay, workingDaysPerWeek } = record(record(await access.read('/rest/api/2/configuration'))['timeTrackingConfiguration']);
  const day = (typeof workingHoursPerDay === 'number' ? workingHoursPerDay : 8) * 3600;
  return { day, week: day * (typeof workingDaysPerWeek === 'number' ? workingDaysPerWeek : 5) };
}
