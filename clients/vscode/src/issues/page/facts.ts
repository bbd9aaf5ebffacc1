/** The details of an issue, each under its name. */
import type { IssueDetail } from '../../../../../protocol/issue-detail.ts';
import { duration } from '../durations.ts';
import type { Words } from '../words.ts';
import { html, type Html } from './html.ts';
import { moment } from './pieces.ts';

/** A list of names and values, and the labels, which can be changed. */
export function factsHtml(issue: IssueDetail, l10n: Words): Html {
  const { assignee, reporter, components, versions, fixVersions, due, timeTracking, created, updated } = issue;
  const facts: [string, Html | string | undefined][] = [
    [l10n.t('Assignee'), assignee?.displayName ?? l10n.t('Nobody')],
    [l10n.t('Reporter'), reporter?.displayName],
    [l10n.t('Components'), names(components)],
    [l10n.t('Affects'), names(versions)],
    [l10n.t('Fix for'), names(fixVersions)],
    [l10n.t('Due'), due],
    [l10n.t('Estimate'), hours(timeTracking.originalEstimate)],
    [l10n.t('Remaining'), hours(timeTracking.remainingEstimate)],
    [l10n.t('Time spent'), hours(timeTracking.timeSpent)],
    [l10n.t('Created'), moment(created)],
    [l10n.t('Updated'), moment(updated)],
  ];
  return html`<dl>${facts.map(([name, value]) => value !== undefined && html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)}</dl>${labelsHtml(issue.labels, l10n)}`;
}

function labelsHtml(labels: readonly string[], l10n: Words): Html {
  const item = (label: string) =>
    html`<li><span dir="auto">${label}</span> <button type="button" class="remove" data-action="removeLabel" data-value="${label}" aria-label="${l10n.t('Remove the label {0}', label)}">×</button></li>`;
  return html`<h3 id="labels-heading">${l10n.t('Labels')}</h3><ul class="labels" aria-labelledby="labels-heading">${labels.map(item)}</ul>
<form data-form="label" class="inline"><label for="label-new" class="hidden">${l10n.t('New label')}</label><input id="label-new" name="label" type="text" required placeholder="${l10n.t('New label')}" autocomplete="off"><button type="submit" class="secondary">${l10n.t('Add')}</button><p class="error" data-error></p></form>`;
}

function names(values: readonly { readonly name: string }[]): string | undefined {
  return values.length === 0 ? undefined : values.map(({ name }) => name).join(', ');
}

function hours(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : duration(seconds);
}
