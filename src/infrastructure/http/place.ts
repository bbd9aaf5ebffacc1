/** Where a server is, out of its URL. */

/** Host and port, for messages: nothing of a path, a query or a credential. */
export function placeOf(url: URL): string {
  return `${url.hostname}:${portOf(url)}`;
}

/** The port, the scheme's own when the URL has none. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The host name or the address, IPv6 without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
