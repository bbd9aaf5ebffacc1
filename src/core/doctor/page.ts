import type { Finding } from '../../../protocol/doctor.ts';
import type { Inline } from '../markup/document.ts';
import { writeMarkdown } from '../markup/markdown/write-document.ts';

const marks: Readonly<Record<Finding['outcome'], string>> = { failed: 'Failed', warning: 'Warning', skipped: 'Skipped', ok: 'OK' };

/** What the doctor found, as a page: what needs somebody first. */
export function doctorPage(findings: readonly Finding[]): string {
  const order = Object.keys(marks);
  const sorted = [...findings].sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome));
  const items = sorted.map(({ check, outcome, detail, hint }) => {
    const children: Inline[] = [{ type: 'styled', style: 'strong', children: [text(marks[outcome])] }, text(` ${check}: ${detail}${hint === undefined ? '' : ` ${hint}`}`)];
    return [{ type: 'paragraph' as const, children }];
  });
  return `${writeMarkdown([{ type: 'heading', level: 1, children: [text('Jira: what works, and what does not')] }, { type: 'list', ordered: false, items }], {})}\n`;
}

function text(value: string): Inline {
  return { type: 'text', value };
}
