/** Opens an address in the user's browser, where the editor cannot. */

/**
 * Opens an address by the system's own way.
 *
 * @param url http or https; anything else is not opened
 * @returns false where there is no browser, as over SSH
 */
export async function openInBrowser(url: string): Promise<boolean> {
  if (!/^https?:\/\//.test(url)) return false;
  try {
    const { default: open } = await import('open');
    await open(url);
    return true;
  } catch {
    return false;
  }
}
