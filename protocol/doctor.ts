/** Doctor: what works, what does not, and what to do about it. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { exampleProvider } from './examples.ts';
import { requestMethods } from './methods.ts';
import { optional, ProviderRef } from './primitives.ts';

/** One check and how it went. */
export const Finding = z
  .object({
    check: z.string().describe('The name of the check, for instance `login`.'),
    outcome: z.enum(['ok', 'warning', 'failed', 'skipped']),
    detail: z.string().describe('What was seen, for people.'),
    hint: z.string().optional().describe('What to do next.'),
  })
  .meta({ id: 'Finding', description: 'One check of the doctor, and how it went.' });

/** Checks the agent and a provider. */
export const doctor = defineRequest({
  method: requestMethods.doctor,
  summary: 'Checks the agent and, where there is one, a provider; it changes nothing.',
  params: z.object({
    provider: optional(ProviderRef.describe('The provider to check; by default every provider.')),
  }),
  result: z.object({ findings: z.array(Finding) }),
  errors: ['unknownProvider'],
  example: {
    params: { provider: exampleProvider.id },
    result: {
      findings: [
        { check: 'storage', outcome: 'ok', detail: 'The storage can be read and written.' },
        {
          check: 'clock',
          outcome: 'warning',
          detail: 'The clock of this machine is 130 seconds ahead of Jira.',
          hint: 'Set the clock by NTP. Signatures are corrected meanwhile.',
        },
      ],
    },
  },
});

export type Finding = z.output<typeof Finding>;
