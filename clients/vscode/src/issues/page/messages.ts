/** What a page and the extension say to each other. What comes from a page is looked at before it is used. */
import type { FormValues } from '../forms/field-values.ts';

/** From the extension to the page. */
export type ToPage =
  | { readonly type: 'show'; readonly state: PageState; readonly regions: Readonly<Record<string, string>> }
  | { readonly type: 'drafts'; readonly drafts: Readonly<Record<string, FormValues>> }
  /** For the eyes and for a screen reader, without moving the focus. */
  | { readonly type: 'status'; readonly text: string }
  | { readonly type: 'result'; readonly form: string; readonly isDone: boolean; readonly message: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly type: 'focus'; readonly id: string }
  | { readonly type: 'suggestions'; readonly id: string; readonly items: readonly { readonly value: string; readonly label: string }[] };

/** Whether there is something to work with. */
export type PageState = 'loading' | 'ready' | 'failed';

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: string; readonly value: string }
  | { readonly type: 'submit'; readonly form: string; readonly value: string; readonly values: FormValues }
  | { readonly type: 'draft'; readonly form: string; readonly values: FormValues }
  | { readonly type: 'suggest'; readonly id: string; readonly query: string };

/** Reads a message; `undefined` for what is none. */
export function readMessage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, action, value, form, values, id, query } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'action':
      return typeof action === 'string' ? { type, action, value: textOr(value) } : undefined;
    case 'submit':
      return typeof form === 'string' && isFormValues(values) ? { type, form, value: textOr(value), values } : undefined;
    case 'draft':
      return typeof form === 'string' && isFormValues(values) ? { type, form, values } : undefined;
    case 'suggest':
      return typeof id === 'string' && typeof query === 'string' ? { type, id, query } : undefined;
    default:
      return undefined;
  }
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isFormValues(values: unknown): values is FormValues {
  const isValue = (value: unknown): boolean => typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
  return typeof values === 'object' && values !== null && Object.values(values).every(isValue);
}
