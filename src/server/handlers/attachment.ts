import { accessTo } from '../../core/issues/access.ts';
import type { Handler } from '../handler.ts';

/** `jira/attachment`: downloads an attached file. */
export const attachment: Handler<'jira/attachment'> = async ({ id, ...place }, { core }, signal) => {
  const { downloadAttachment } = await import('../../core/issues/attachment.ts');
  return downloadAttachment(await accessTo(core, place, signal), core.attachments, place.key, id);
};
