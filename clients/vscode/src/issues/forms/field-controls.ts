/** The controls of a form for the fields of a screen of Jira. */
import type { Field, FieldKind, FieldOption } from '../../../../../protocol/fields.ts';
import { html, type Html, type HtmlValue } from '../page/html.ts';
import type { Words } from '../words.ts';

/** What is asked elsewhere, or by no form: the members of `jira/createIssue` itself, and what is no value. */
const ownPlace = new Set(['project', 'issuetype', 'summary', 'description', 'comment']);
const noForm = new Set<FieldKind>(['attachment', 'issueLink', 'comment']);

/** Sorts the fields of a screen into those that Jira insists on and the others. */
export function sortFields(fields: readonly Field[]): { readonly needed: readonly Field[]; readonly others: readonly Field[] } {
  const asked = fields.filter(({ id, kind }) => !ownPlace.has(id) && !noForm.has(kind));
  const isNeeded = ({ id, required, hasDefault }: Field): boolean => required && !hasDefault && id !== 'reporter';
  return { needed: asked.filter(isNeeded), others: asked.filter((field) => !isNeeded(field)) };
}

/** The controls of fields; those that nobody insists on are behind a fold. @param form names the form, for the ids */
export function fieldControls(fields: readonly Field[], form: string, l10n: Words): Html {
  const { needed, others } = sortFields(fields);
  return html`${needed.map((field) => control(field, form, true, l10n))}${others.length > 0 &&
  html`<details><summary>${l10n.t('More fields')}</summary>${others.map((field) => control(field, form, false, l10n))}</details>`}`;
}

function control(field: Field, form: string, isNeeded: boolean, l10n: Words): Html {
  const id = `${form}-${field.id}`;
  const hint = hintFor(field, l10n);
  const described = `${id}-error${hint === undefined ? '' : ` ${id}-hint`}`;
  const isChoice = field.allowedValues !== undefined && field.allowedValues.length > 0;
  const inner = isChoice ? select(field, id, described, isNeeded, l10n) : input(field, id, described, isNeeded);
  return html`<div class="field"><label for="${id}">${field.name}${isNeeded && html` <span aria-hidden="true">*</span>`}</label>${inner}${hint !== undefined &&
  html`<p class="hint" id="${id}-hint">${hint}</p>`}<p class="error" id="${id}-error" data-error="${field.id}"></p></div>`;
}

function select({ id: name, allowedValues = [], kind, multiple }: Field, id: string, described: string, isNeeded: boolean, l10n: Words): Html {
  const options = kind === 'cascade' ? allowedValues.map(cascadeOptions) : allowedValues.map((value) => html`<option value="${value.id}">${value.name}</option>`);
  const none = !multiple && html`<option value="">${isNeeded ? l10n.t('Choose…') : l10n.t('None')}</option>`;
  const several = multiple && kind !== 'cascade' ? html` multiple size="${Math.min(6, Math.max(2, allowedValues.length))}"` : '';
  return html`<select id="${id}" name="${name}" aria-describedby="${described}"${several}${required(isNeeded)}>${none}${options}</select>`;
}

/** The outer choice, and those that it leads to; both ids are in the value, see `field-values.ts`. */
function cascadeOptions({ id, name, children = [] }: FieldOption): Html {
  const inner = children.map((child) => html`<option value="${id}/${child.id}">${name} – ${child.name}</option>`);
  return html`<option value="${id}">${name}</option>${inner}`;
}

/** HTML's own inputs, which check what they can. */
const inputTypes: Partial<Record<FieldKind, string>> = { number: 'number', date: 'date', dateTime: 'datetime-local', url: 'url', sprint: 'number' };

function input({ id: name, kind, multiple }: Field, id: string, described: string, isNeeded: boolean): Html {
  const common = html`id="${id}" name="${name}" aria-describedby="${described}"${required(isNeeded)}`;
  if (kind === 'markup') return html`<textarea ${common} rows="6"></textarea>`;
  if (kind === 'user' && !multiple) return html`<input ${common} type="text" list="${id}-people" data-suggest="people" autocomplete="off"><datalist id="${id}-people"></datalist>`;
  const type = multiple ? 'text' : (inputTypes[kind] ?? 'text');
  return html`<input ${common} type="${type}"${type === 'number' && html` step="any"`}>`;
}

function required(isNeeded: boolean): HtmlValue {
  return isNeeded && html` required aria-required="true"`;
}

function hintFor({ kind, multiple, allowedValues }: Field, l10n: Words): string | undefined {
  const several = multiple && (allowedValues ?? []).length === 0 ? l10n.t('Several with commas between.') : undefined;
  const form: Partial<Record<FieldKind, string>> = {
    markup: l10n.t('Markdown.'),
    user: l10n.t('The login name; names are proposed as you type.'),
    group: l10n.t('The name of a group.'),
    issue: l10n.t('The key of an issue, for instance ABC-1.'),
    sprint: l10n.t('The number of a sprint.'),
    timeTracking: l10n.t('The estimate, for instance 2h 30m.'),
  };
  const parts = [form[kind], several].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}
