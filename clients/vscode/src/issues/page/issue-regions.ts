/** The parts of an issue's page, as they are now. */
import type { Cached } from '../../../../../protocol/cache.ts';
import type { Comment, IssueDetail, Transition } from '../../../../../protocol/issue-detail.ts';
import type { WorkLogEntry } from '../../../../../protocol/issue-work.ts';
import type { Provider } from '../../../../../protocol/provider.ts';
import { duration } from '../durations.ts';
import { fieldControls } from '../forms/field-controls.ts';
import { type Problem, remedyOf } from '../problems.ts';
import { ago } from '../times.ts';
import type { Words } from '../words.ts';
import { factsHtml } from './facts.ts';
import { html, type Html } from './html.ts';
import { markdownHtml } from './markdown.ts';
import { issueLink, moment } from './pieces.ts';
import { relatedHtml } from './related.ts';

/** What is shown. */
export interface PageContent {
  readonly provider: Provider;
  readonly issue: IssueDetail & { readonly cached?: Cached | undefined };
  /** Absent while it is being read. */
  readonly work?: { readonly entries: readonly WorkLogEntry[]; readonly timeSpent: number };
  /** Why what is shown could not be read anew. */
  readonly problem?: Problem;
  /** The transition whose fields are asked for. */
  readonly transition?: Transition;
}

/** The regions of `issue-body.ts`, by their names. */
export function issueRegions(content: PageContent, l10n: Words): Record<string, Html> {
  const { issue, provider, transition } = content;
  return {
    head: head(content, l10n),
    notice: notice(content, l10n),
    transition: transition === undefined ? html`` : transitionForm(transition, l10n),
    facts: factsHtml(issue, l10n),
    description: issue.description === '' ? html`<p class="nothing">${l10n.t('There is none.')}</p>` : text(issue.description, provider, 2),
    related: relatedHtml(issue, l10n),
    comments: comments(issue.comments, provider, l10n),
    work: workLog(content, l10n),
  };
}

/** What stands there where the issue cannot be read at all. */
export function failedRegions(key: string, problem: Problem, l10n: Words): Record<string, Html> {
  return { head: html`<h1>${key}</h1>`, notice: html`<div role="alert" class="alert"><p>${problem.message}</p>${remedy(problem, l10n)}</div>` };
}

function head({ issue, provider }: PageContent, l10n: Words): Html {
  const { key, summary, status, type, priority, resolution, project, parent, transitions, watching } = issue;
  const button = (action: string, label: string, value = '') => html`<button type="button" id="do-${action}${value === '' ? '' : `-${value}`}" class="secondary" data-action="${action}" data-value="${value}">${label}</button>`;
  return html`<nav aria-label="${l10n.t('Place')}"><p class="path">${provider.name} / ${project.name}${parent !== undefined && html` / ${issueLink(parent)}`}</p></nav>
<h1 dir="auto"><span class="key">${key}</span> ${summary}</h1>
<p><span class="status ${status.category}">${status.name}</span>${resolution !== undefined && html` ${resolution.name}`} · ${type.name}${priority !== undefined && html` · ${priority.name}`}</p>
<div class="actions" role="group" aria-label="${l10n.t('Move')}">${transitions.map(transitionButton)}</div>
<div class="actions" role="group" aria-label="${l10n.t('Actions')}">${button('startWork', l10n.t('Start work'))}${button('assign', l10n.t('Assign…'))}${button('assignToMe', l10n.t('Assign to me'))}<button type="button" id="do-watch" class="secondary" data-action="watch" data-value="${watching ? 'no' : 'yes'}" aria-pressed="${String(watching)}">${watching ? l10n.t('Watching') : l10n.t('Watch')}</button>${button('link', l10n.t('Link…'))}${button('browser', l10n.t('Open in the browser'))}${button('copyUrl', l10n.t('Copy the address'))}${button('refresh', l10n.t('Refresh'))}</div>`;
}

function transitionButton({ id, name, to }: Transition): Html {
  return html`<button type="button" id="do-transition-${id}" data-action="transition" data-value="${id}">${name}${to.name !== name && html` <span aria-hidden="true">→</span> ${to.name}`}</button>`;
}

function notice({ issue, problem }: PageContent, l10n: Words): Html {
  const { cached } = issue;
  if (problem !== undefined) {
    const age = cached === undefined ? '' : l10n.t('This was seen {0}.', ago(cached.at, l10n));
    return html`<div class="alert" role="alert"><p>${age} ${problem.message}</p>${remedy(problem, l10n)}</div>`;
  }
  if (cached === undefined) return html``;
  const isComing = cached.refresh !== undefined;
  return html`<div class="notice"><p>${l10n.t('This was seen {0}.', ago(cached.at, l10n))} ${isComing ? l10n.t('Jira is being asked…') : l10n.t('Jira cannot be reached.')}</p>${!isComing && html`<button type="button" class="secondary" data-action="refresh">${l10n.t('Try again')}</button>`}</div>`;
}

function remedy(problem: Problem, l10n: Words): Html | false {
  const kind = remedyOf(problem);
  if (kind === 'none') return false;
  const words = { signIn: l10n.t('Sign in'), addServer: l10n.t('Add a server'), retry: l10n.t('Try again') };
  return html`<button type="button" data-action="${kind === 'retry' ? 'refresh' : kind}">${words[kind]}</button>`;
}

function transitionForm({ id, name, to, fields }: Transition, l10n: Words): Html {
  return html`<section class="box" aria-labelledby="transition-heading"><h2 id="transition-heading" tabindex="-1">${l10n.t('{0}: to “{1}”', name, to.name)}</h2>
<form data-form="transition" data-value="${id}">${fieldControls(fields, 'transition', l10n)}
<div class="field"><label for="transition-comment">${l10n.t('Comment')}</label><textarea id="transition-comment" name="comment" rows="3"></textarea></div>
<p class="error" data-error></p>
<div class="actions"><button type="submit">${name}</button><button type="button" class="secondary" data-action="cancelTransition">${l10n.t('Cancel')}</button></div>
</form></section>`;
}

function comments(all: readonly Comment[], provider: Provider, l10n: Words): Html {
  if (all.length === 0) return html`<p class="nothing">${l10n.t('There are none.')}</p>`;
  return html`${all.map(
    ({ id, author, created, updated, body }) =>
      html`<article aria-labelledby="comment-${id}"><h3 id="comment-${id}"><bdi>${author.displayName}</bdi>, ${moment(created)}${updated !== created && html` (${l10n.t('edited')})`}</h3>${text(body, provider, 3)}</article>`,
  )}`;
}

function workLog({ work, provider }: PageContent, l10n: Words): Html {
  if (work === undefined) return html`<p class="nothing">${l10n.t('Asking Jira…')}</p>`;
  if (work.entries.length === 0) return html`<p class="nothing">${l10n.t('There is none.')}</p>`;
  const entries = work.entries.map(
    ({ author, timeSpent, started, comment }) => html`<li><strong>${duration(timeSpent)}</strong> <bdi>${author.displayName}</bdi>, ${moment(started)}${comment !== '' && text(comment, provider, 3)}</li>`,
  );
  return html`<ul>${entries}</ul><p>${l10n.t('{0} in all', duration(work.timeSpent))}</p>`;
}

function text(markdown: string, { baseUrl }: Provider, level: number): Html {
  return html`<div class="text" dir="auto">${markdownHtml(markdown, { baseUrl, level })}</div>`;
}
