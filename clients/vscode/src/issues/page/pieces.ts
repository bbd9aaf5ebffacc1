/** Pieces that several parts of a page have. */
import type { IssueRef } from '../../../../../protocol/issue-detail.ts';
import { html, type Html } from './html.ts';

/** A link to another issue, which opens as a page of its own. */
export function issueLink(key: string): Html {
  return html`<button type="button" class="link" data-action="show" data-value="${key}">${key}</button>`;
}

/** Another issue in a list. */
export function issueRefItem({ key, summary, status }: IssueRef, before = ''): Html {
  return html`<li dir="auto">${before !== '' && html`${before} `}${issueLink(key)} ${summary} <span class="status ${status.category}">${status.name}</span></li>`;
}

/** A moment; the page's script writes it in the user's own language and time zone. */
export function moment(time: string): Html {
  return html`<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
