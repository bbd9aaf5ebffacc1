/** Reading an attached file. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { Attachment, issueParams } from './issue-detail.ts';
import { exampleAttachment, exampleIssue } from './issue-examples.ts';
import { requestMethods } from './methods.ts';
import { readErrors } from './provider-errors.ts';

/** Downloads an attached file. */
export const attachment = defineRequest({
  method: requestMethods.attachment,
  summary: "Downloads an attached file into the agent's folder, for an editor to open.",
  details:
    'It comes from the own address of the provider alone, and under a name that no file system takes amiss. A file that was downloaded before is not downloaded again. Signing out deletes what was downloaded. A file of more than 50 MiB is `unsupported`.',
  params: z.object({ ...issueParams, id: z.string().regex(/^\d{1,19}$/, 'is not the id of an attachment').describe('The id of the attachment.') }),
  result: z.object({ uri: z.string().describe('The file: a `file:` URI.'), attachment: Attachment }),
  errors: readErrors,
  example: {
    params: { key: exampleIssue.key, id: exampleAttachment.id },
    result: {
      uri: 'file:///home/mia/.local/share/jira-language-server/attachments/jira-example-com-3f9c2a1b/10400/screenshot.png',
      attachment: exampleAttachment,
    },
  },
});
