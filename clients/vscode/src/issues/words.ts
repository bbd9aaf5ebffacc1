/** Words in the user's language: VS Code's `l10n`, handed in so that what builds pages can run without an editor. */
export interface Words {
  /** @param args for `{0}`, `{1}` and so on in the message */
  t(message: string, ...args: (string | number | boolean)[]): string;
}
