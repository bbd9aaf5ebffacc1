/** Downloads attachments. */
import type { Attachment } from '../../../protocol/issue-detail.ts';
import type { AttachmentFiles } from '../../infrastructure/storage/attachment-files.ts';
import { JiraError } from '../errors.ts';
import type { Access } from './access.ts';
import { readAttachments } from './read-issue.ts';

/** Bytes: more than that is for a browser. */
const largest = 50 * 1024 * 1024;

/**
 * Downloads an attachment of an issue, unless it is there already: an attachment never changes, a new version of the
 * file is a new one.
 *
 * @returns the `file:` URI
 * @throws {JiraError} `notFound`; `unsupported` for a file that is too large
 */
export async function downloadAttachment(access: Access, files: AttachmentFiles, key: string, id: string): Promise<{ uri: string; attachment: Attachment }> {
  const attachment = (await readAttachments(access, key)).find((each) => each.id === id);
  if (attachment === undefined) throw new JiraError('notFound', `The issue ${key} has no attachment ${id}, or you may not see it.`);
  const { name, size } = attachment;
  if (size > largest) {
    const hint = `Open it in a browser: ${attachment.url}`;
    throw new JiraError('unsupported', `“${name}” has ${Math.ceil(size / 1024 / 1024)} MiB, and no more than ${largest / 1024 / 1024} are downloaded. ${hint}`, { hint });
  }
  const place = { provider: access.provider.id, id, name };
  const known = await files.find(place, size);
  if (known !== undefined) return { uri: known, attachment };
  return { uri: await files.save(place, await download(access, attachment)), attachment };
}

/** The address is below the base URL of the provider (see `toAttachment`), and no redirect leads elsewhere. */
async function download(access: Access, { name, size, url }: Attachment): Promise<Uint8Array> {
  const content = await access.read(url.slice(access.baseUrl.length), [], { bytes: 'raw', maxSize: largest });
  if (!(content instanceof Uint8Array) || content.length !== size) {
    throw new JiraError('server', `What came for “${name}” is not the file: it has another size. A login page may have answered in its place.`);
  }
  return content;
}
