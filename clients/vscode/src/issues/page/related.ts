/** What belongs to an issue: sub-tasks, links, attachments. */
import type { IssueDetail } from '../../../../../protocol/issue-detail.ts';
import { fileSize } from '../durations.ts';
import type { Words } from '../words.ts';
import { html, type Html } from './html.ts';
import { issueRefItem, moment } from './pieces.ts';

/** A section for each that there is. */
export function relatedHtml({ subtasks, links, attachments }: IssueDetail, l10n: Words): Html {
  return html`${subtasks.length > 0 && section('subtasks', l10n.t('Sub-tasks'), subtasks.map((issue) => issueRefItem(issue)))}
${links.length > 0 && section('links', l10n.t('Links'), links.map(({ relation, issue }) => issueRefItem(issue, relation)))}
${attachments.length > 0 &&
  section(
    'attachments',
    l10n.t('Attachments'),
    attachments.map(
      ({ id, name, size, author, created }) =>
        html`<li><button type="button" class="link" data-action="attachment" data-value="${id}"><bdi>${name}</bdi></button>, ${fileSize(size)}${author !== undefined && html`, <bdi>${author.displayName}</bdi>`}, ${moment(created)}</li>`,
    ),
  )}`;
}

function section(id: string, title: string, items: readonly Html[]): Html {
  return html`<section aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2><ul>${items}</ul></section>`;
}
