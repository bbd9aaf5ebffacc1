/** Text that somebody wrote, on its way to places of VS Code that read more than text into it. */

/** In a quick pick, `$(name)` is an icon. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** In a notification, `[text](command:…)` is a link that runs something; a joiner that nobody sees takes it apart. */
export function plainMessage(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
