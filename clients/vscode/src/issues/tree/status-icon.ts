import { ThemeColor, ThemeIcon } from 'vscode';
import type { Issue } from '../../../../../protocol/issues.ts';

type Category = Issue['status']['category'];

const icons: Record<Category, readonly [icon: string, color?: string]> = {
  new: ['circle-large-outline'],
  indeterminate: ['play-circle', 'charts.blue'],
  done: ['pass-filled', 'charts.green'],
  undefined: ['question'],
};

/** The icon of a status, by what it means in every workflow. */
export function statusIcon(category: Category): ThemeIcon {
  const [icon, color] = icons[category];
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}
