const minutes: Readonly<Record<string, number>> = { w: 2400, d: 480, h: 60, m: 1 };

/** Reads a duration such as `1w 2d 3h 30m`, days of eight hours, bare numbers minutes; in seconds. */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^(?:\d+(?:\.\d+)?[wdhm]?)(?:\s+\d+(?:\.\d+)?[wdhm])*$/.test(trimmed)) return undefined;
  return [...trimmed.matchAll(/(\d+(?:\.\d+)?)([wdhm]?)/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * (minutes[unit || 'm'] as number) * 60,
    0,
  );
}
