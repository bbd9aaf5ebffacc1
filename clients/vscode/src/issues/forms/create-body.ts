/** The page on which an issue is written. */
import type { Field } from '../../../../../protocol/fields.ts';
import type { IssueType } from '../../../../../protocol/issue-creation.ts';
import { html, type Html } from '../page/html.ts';
import type { Words } from '../words.ts';
import { fieldControls } from './field-controls.ts';

/** What is created. */
export interface NewIssue {
  readonly project: string;
  readonly type: IssueType;
  /** Those of the screen. */
  readonly fields: readonly Field[];
  readonly summary?: string;
  readonly description?: string;
}

/** The body: summary, description, and whatever the screen asks for. */
export function createBody({ project, type, fields, summary = '', description = '' }: NewIssue, l10n: Words): Html {
  const hasDescription = fields.some(({ id }) => id === 'description') || description !== '';
  return html`<main>
<h1>${l10n.t('New {0} in {1}', type.name, project)}</h1>
<form data-form="create" class="wide">
<div class="field"><label for="create-summary">${l10n.t('Summary')} <span aria-hidden="true">*</span></label>
<input id="create-summary" name="summary" type="text" required maxlength="255" value="${summary}" aria-describedby="create-summary-error" autocomplete="off">
<p class="error" id="create-summary-error" data-error="summary"></p></div>
${hasDescription &&
  html`<div class="field"><label for="create-description">${l10n.t('Description')}</label>
<textarea id="create-description" name="description" rows="10" aria-describedby="create-description-hint create-description-error">${description}</textarea>
<p class="hint" id="create-description-hint">${l10n.t('Markdown.')}</p><p class="error" id="create-description-error" data-error="description"></p></div>`}
${fieldControls(fields, 'create', l10n)}
<p class="error" data-error></p>
<div class="actions"><button type="submit">${l10n.t('Create')}</button><button type="button" class="secondary" data-action="cancel">${l10n.t('Cancel')}</button></div>
</form></main>`;
}

/** The longest summary that Jira takes. */
export const longestSummary = 255;

/** From a text that was selected, or a note in the code, to a summary and a description. */
export function textsOf(text: string): { readonly summary: string; readonly description: string } {
  const whole = text.trim();
  const line = (whole.split('\n')[0] ?? '').trim();
  const summary = line.length <= longestSummary ? line : `${line.slice(0, longestSummary - 1).toWellFormed()}…`;
  return { summary, description: summary === whole ? '' : whole };
}
