import { plainText } from '../core/text/plain-text.ts';

/**
 * A message for `window/showMessage`, which is plain text, and which editors take for more all the same: VS Code runs
 * the `command:` links of its own link syntax in it, LSP4IJ renders it as Markdown and HTML. What somebody wrote into
 * Jira may be quoted in a message, so that neither a link with words of its own nor a tag is left in it. Bare addresses
 * stay what they are.
 */
export function inertMessage(message: string): string {
  return plainText(message).replaceAll('](', '] (').replace(/<(?=[A-Za-z/!?])/g, '‹');
}
