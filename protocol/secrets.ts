/** The editor's own storage of secrets: what the agent asks of an editor that keeps them for it. */
import * as z from 'zod';
import { defineEditorRequest } from './definition.ts';
import { optional } from './primitives.ts';

const capability = 'secrets';

const SecretName = z
  .string()
  .min(1)
  .max(200)
  .meta({ id: 'SecretName', description: 'The name of a secret, made by the agent: letters, digits and hyphens. It is used once, and is no secret.' });

const exampleName = '5f0c2a8e-3a55-4f0e-9d0b-6f5f3d8f2c11';

export const readSecret = defineEditorRequest({
  method: 'jira/readSecret',
  capability,
  summary: 'Reads a secret that the editor keeps.',
  params: z.object({ name: SecretName }),
  result: z.object({ secret: optional(z.string()).describe('The secret as it was stored; `null` where there is none of this name.') }),
  example: { params: { name: exampleName }, result: { secret: 'the stored text' } },
});

export const storeSecret = defineEditorRequest({
  method: 'jira/storeSecret',
  capability,
  summary: "Stores a secret in the editor's own storage.",
  details:
    'An editor keeps it where its other secrets are, for the user and not for the folder that is open: every window reads it, also after a restart. ' +
    'It answers once the secret is kept, and with an error where it is not.',
  params: z.object({
    name: SecretName,
    secret: z.string().describe('Any text, up to the length of a private key of 4096 bits; it is never logged or shown.'),
  }),
  result: z.null(),
  example: { params: { name: exampleName, secret: 'the text to store' }, result: null },
});

export const deleteSecret = defineEditorRequest({
  method: 'jira/deleteSecret',
  capability,
  summary: 'Deletes a secret that the editor keeps; one that is not there is no error.',
  params: z.object({ name: SecretName }),
  result: z.null(),
  example: { params: { name: exampleName }, result: null },
});
