/** What the targets of a text are as addresses, and how an address is written in Markdown. */
import { clean } from '../characters.ts';
import { targetText, type Target } from '../document.ts';
import { allowedUrl, fileUrl } from '../urls.ts';

/** What only the caller knows of the targets of a text. An address other than http and https is not used. */
export interface Addresses {
  /** The user of a mention. Without it, or where it tells nothing, a mention is `@name`. */
  readonly linkUser?: (name: string) => { readonly displayName?: string; readonly url?: string } | undefined;
  /** The address of an issue. Without it, or where it tells nothing, a key is plain text: UTF-8 looks like one too. */
  readonly linkIssue?: (key: string) => string | undefined;
  /** The address of an attachment. Without it, an attachment is a file beside the text; where it tells nothing, plain text. */
  readonly attachmentUrl?: (name: string) => string | undefined;
}

/** A target as it is shown. */
export interface Address {
  readonly text: string;
  /** In Markdown; nothing where the target is shown and not linked. */
  readonly destination: string | undefined;
}

/** Resolves a target. */
export function addressOf(target: Target, { linkUser, linkIssue, attachmentUrl }: Addresses): Address {
  const text = targetText(target);
  switch (target.kind) {
    case 'url':
      return { text, destination: destinationOf(target.url) };
    case 'issue':
      return { text, destination: destinationOf(linkIssue?.(target.key)) };
    case 'attachment':
      return { text, destination: attachmentUrl === undefined ? fileUrl(target.name) : destinationOf(attachmentUrl(target.name)) };
    case 'user': {
      const user = linkUser?.(target.name);
      return { text: user?.displayName === undefined ? text : `@${clean(user.displayName).replace(/\s+/g, ' ')}`, destination: destinationOf(user?.url) };
    }
  }
}

/** What would end the address, or be read as markup, is percent-encoded. */
function destinationOf(address: string | undefined): string | undefined {
  const url = allowedUrl(clean(address ?? ''));
  return url?.replace(/[\s<>"`()[\]\\|{}^]/g, encodeURIComponent).replace(/[()]/g, (each) => (each === '(' ? '%28' : '%29')).replace(/&(?=#?\w+;)/g, '&amp;');
}
