import type { Finding } from '../../protocol/doctor.ts';
import { plainLine } from '../core/text/plain-text.ts';

/** Findings as text: one a line, and below it what to do next. What names hold of control characters is taken out. */
export function formatFindings(findings: readonly Finding[]): string {
  const outcomes = widest(findings.map(({ outcome }) => outcome));
  const checks = widest(findings.map(({ check }) => check));
  return findings
    .flatMap(({ check, outcome, detail, hint }) => {
      const line = `${outcome.padEnd(outcomes)}  ${check.padEnd(checks)}  ${plainLine(detail, longest)}`;
      return hint === undefined ? [line] : [line, `${' '.repeat(outcomes + checks + 4)}→ ${plainLine(hint, longest)}`];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** Characters of one text; a chain of certificates takes some. */
const longest = 4000;

function widest(words: readonly string[]): number {
  return Math.max(0, ...words.map(({ length }) => length));
}
