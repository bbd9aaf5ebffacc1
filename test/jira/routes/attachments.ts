import type { Attachment } from '../data/issue.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { json, Refusal, text, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { attachmentShape } from '../shapes/discussion.ts';
import { visibleIssue, writer } from './visible.ts';

/** Attached files: sending them to an issue, their description, and their content. */
export const attachmentRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/rest/api/2/issue/:issue/attachments', access: 'user', handle: attach },
  { method: 'GET', pattern: '/rest/api/2/attachment/:id', access: 'site', handle: describe },
  { method: 'GET', pattern: '/secure/attachment/:id/:name', access: 'site', handle: download },
];

/** Unlike other writes this one needs `X-Atlassian-Token`, whatever the client calls itself. */
function attach(exchange: Exchange, { issue: idOrKey }: PathParameters): Reply {
  const { site, headers, body } = exchange;
  if (!/^no-?check$/.test(String(headers['x-atlassian-token'] ?? ''))) throw new Refusal(text(404, 'XSRF check failed'));
  const issue = visibleIssue(exchange, idOrKey);
  const user = writer(exchange, 'You do not have permission to create attachments for this issue.');
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) throw jiraError(415, ['Unsupported Media Type']);
  const files = parts(body, boundary).map(
    ({ fileName, mimeType, content }): Attachment => ({
      id: site.issues.nextPartId(),
      fileName,
      author: user.name,
      created: site.now(),
      mimeType,
      content,
    }),
  );
  site.issues.update(issue.id, { details: { attachments: [...issue.details().attachments, ...files] } });
  return json(200, files.map((file) => attachmentShape(site, file)));
}

function describe(exchange: Exchange, { id }: PathParameters): Reply {
  return json(200, attachmentShape(exchange.site, visibleFile(exchange, id)));
}

function download(exchange: Exchange, { id }: PathParameters): Reply {
  const { content, mimeType } = visibleFile(exchange, id);
  return { status: 200, headers: { 'Content-Type': mimeType, 'Content-Disposition': 'attachment' }, body: content };
}

function visibleFile({ site, identity }: Exchange, id: string | undefined): Attachment {
  const file = site.issues
    .searchable()
    .filter(({ project }) => site.maySee(identity.user, project))
    .flatMap((issue) => site.issues.find(issue.id)?.details().attachments ?? [])
    .find((candidate) => String(candidate.id) === id);
  if (file === undefined) throw jiraError(404, [`The attachment with id '${id}' does not exist`]);
  return file;
}

interface Part {
  readonly fileName: string;
  readonly mimeType: string;
  readonly content: Buffer;
}

/** The parts of a multipart body that are called `file`. */
function parts(body: Buffer, boundary: string): Part[] {
  return body
    .toString('latin1')
    .split(`--${boundary}`)
    .map((part) => part.replace(/^\r\n/, '').replace(/\r\n$/, ''))
    .flatMap((part) => {
      const at = part.indexOf('\r\n\r\n');
      const head = Buffer.from(part.slice(0, Math.max(at, 0)), 'latin1').toString('utf8');
      const fileName = /name="file"; filename="([^"]*)"/.exec(head)?.[1];
      const mimeType = /^content-type: (.+)$/im.exec(head)?.[1]?.trim() ?? 'application/octet-stream';
      return fileName === undefined ? [] : [{ fileName, mimeType, content: Buffer.from(part.slice(at + 4), 'latin1') }];
    });
}
