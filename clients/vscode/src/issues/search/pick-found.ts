/** A choice among what is found as the user types. */
import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import { problemOf } from '../problems.ts';
import { plainLabel } from './plain-label.ts';

/** What is asked, and how the choices are found. */
export interface FoundQuestion<T extends QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  /** Choices that are always there. */
  readonly fixed: readonly T[];
  readonly find: (query: string) => Promise<readonly T[]>;
}

/** @returns `undefined` where the user dismissed it */
export function pickFound<T extends QuickPickItem>({ title, placeholder, fixed, find }: FoundQuestion<T>): Promise<T | undefined> {
  const pick = window.createQuickPick<T | QuickPickItem>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.items = fixed;
  let asked = 0;
  const search = async (query: string): Promise<void> => {
    const asking = (asked += 1);
    pick.busy = true;
    const found = await find(query).catch((error: unknown): QuickPickItem[] => [{ label: plainLabel(problemOf(error).message), iconPath: new ThemeIcon('warning') }]);
    if (asking !== asked) return;
    pick.items = [...fixed, ...found].map((item) => ({ ...item, alwaysShow: !fixed.includes(item as T) }));
    pick.busy = false;
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => void search(value));
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item === undefined || !isChoice(item, fixed)) return;
      resolve(item);
      pick.hide();
    });
    pick.onDidHide(() => {
      asked = Number.NaN;
      pick.dispose();
      resolve(undefined);
    });
    pick.show();
    void search('');
  });
}

/** A choice has what those that are always there have; what is only said has not. */
function isChoice<T extends QuickPickItem>(item: T | QuickPickItem, [example]: readonly T[]): item is T {
  return example !== undefined && Object.keys(example).every((name) => name in item);
}
