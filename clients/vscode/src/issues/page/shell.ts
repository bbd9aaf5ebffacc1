/** The frame of a page: its policy, its style and its script. What is in it comes by messages. */
import { randomBytes } from 'node:crypto';
import { Html, html } from './html.ts';

/** What a page is made from. */
export interface Shell {
  readonly title: string;
  /** A tag of BCP 47. */
  readonly language: string;
  readonly style: string;
  readonly script: string;
  /** Which page it is, for when the window is opened again. */
  readonly place: unknown;
  readonly body: Html;
}

/**
 * The document. Nothing is loaded from anywhere: no script, style, picture or frame, and no form goes out; the one
 * style and the one script are in it, under a nonce.
 */
export function shell({ title, language, style, script, place, body }: Shell): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${new Html(style)}</style>
</head>
<body data-state="loading" data-place="${JSON.stringify(place)}">
<div id="status" role="status" aria-live="polite"></div>
${body}
<script nonce="${nonce}">${new Html(script)}</script>
</body>
</html>
`.text;
}
