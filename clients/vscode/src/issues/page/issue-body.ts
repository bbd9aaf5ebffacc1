/** The frame of an issue's page: where its parts go, and the forms that stay while the parts change. */
import type { Words } from '../words.ts';
import { html, type Html } from './html.ts';

/** The body. Its regions are filled by `issue-regions.ts`. */
export function issueBody(l10n: Words): Html {
  return html`<main>
<header data-region="head"><p>${l10n.t('Asking Jira…')}</p></header>
<div data-region="notice"></div>
<div data-region="transition"></div>
<div class="columns when-ready">
<div class="texts">
<section aria-labelledby="description-heading"><h2 id="description-heading">${l10n.t('Description')}</h2><div data-region="description"></div></section>
<div data-region="related"></div>
<section aria-labelledby="comments-heading"><h2 id="comments-heading">${l10n.t('Comments')}</h2><div data-region="comments"></div>${commentForm(l10n)}</section>
<section aria-labelledby="work-heading"><h2 id="work-heading">${l10n.t('Work log')}</h2><div data-region="work"></div>${workForm(l10n)}</section>
</div>
<aside aria-labelledby="facts-heading"><h2 id="facts-heading">${l10n.t('Details')}</h2><div data-region="facts"></div></aside>
</div>
</main>`;
}

function commentForm(l10n: Words): Html {
  return html`<form data-form="comment" data-draft>
<label for="comment-body">${l10n.t('Write a comment')}</label>
<textarea id="comment-body" name="body" rows="4" required aria-describedby="comment-hint comment-error"></textarea>
<p class="hint" id="comment-hint">${l10n.t('Markdown. What you write is kept until you send it; Ctrl+Enter sends it.')}</p>
<p class="error" id="comment-error" data-error></p>
<button type="submit">${l10n.t('Comment')}</button>
</form>`;
}

function workForm(l10n: Words): Html {
  return html`<details id="work-form"><summary>${l10n.t('Log work')}</summary><form data-form="logWork" data-draft>
<div class="field"><label for="work-time">${l10n.t('Time spent')}</label>
<input id="work-time" name="time" type="text" required placeholder="2h 30m" aria-describedby="work-hint work-error" autocomplete="off">
<p class="hint" id="work-hint">${l10n.t('As in Jira: 1w 2d 3h 30m.')}</p></div>
<div class="field"><label for="work-started">${l10n.t('Begun')}</label><input id="work-started" name="started" type="datetime-local"><p class="hint">${l10n.t('Now, unless you say when.')}</p></div>
<div class="field"><label for="work-comment">${l10n.t('What you did')}</label><textarea id="work-comment" name="comment" rows="2"></textarea></div>
<p class="error" id="work-error" data-error></p>
<button type="submit">${l10n.t('Log work')}</button>
</form></details>`;
}
