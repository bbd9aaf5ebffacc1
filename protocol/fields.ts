/** Fields: what a screen of Jira asks for, so that a client can ask the user. */
import * as z from 'zod';

/** What the value of a field is, and with that how a client asks for it. */
export const FieldKind = z
  .enum([
    'text', 'markup', 'number', 'date', 'dateTime', 'url', 'option', 'cascade', 'user', 'group', 'version', 'component', 'project', 'priority',
    'resolution', 'issueType', 'securityLevel', 'label', 'issue', 'sprint', 'timeTracking', 'comment', 'attachment', 'issueLink', 'other',
  ])
  .meta({
    id: 'FieldKind',
    description:
      'What the value of a field is. A value is given in its plain form: text, a number, a date (`yyyy-MM-dd`), a time (RFC 3339), the name of a user or a group, the key of an issue or a project, the id of a sprint, and for everything that has `allowedValues` the id of one of them; a `cascade` takes two ids, the outer one first; `timeTracking` takes `{ "originalEstimate"?: seconds, "remainingEstimate"?: seconds }`. A field that is `multiple` takes an array. For `markup` text goes to Jira as it is, and `{ "markdown": text }` is turned into wiki markup. Objects of any other shape go to Jira as they are.',
  });

const option = { id: z.string(), name: z.string() };

/** A value that a field may have. */
export const FieldOption = z
  .object({ ...option, children: z.array(z.object(option)).optional().describe('What it leads to, in a `cascade`.') })
  .meta({ id: 'FieldOption', description: 'A value that a field may have.' });

/** A field of a screen. */
export const Field = z
  .object({
    id: z.string().describe('For instance `summary` or `customfield_10104`; it is the same in every language.'),
    name: z.string().describe("In the user's language."),
    required: z.boolean().describe('Whether Jira insists on a value.'),
    kind: FieldKind,
    multiple: z.boolean().describe('Whether it takes several values, as an array.'),
    hasDefault: z.boolean().describe('Whether Jira fills in a value where none is given.'),
    allowedValues: z.array(FieldOption).optional().describe('The values to choose from, where Jira tells; absent where any fitting value will do.'),
    type: z.string().describe("Jira's own name of the type, for instance `string` or the key of a custom field's type."),
  })
  .meta({ id: 'Field', description: 'A field of a screen of Jira.' });

export type FieldKind = z.output<typeof FieldKind>;
export type FieldOption = z.output<typeof FieldOption>;
export type Field = z.output<typeof Field>;
