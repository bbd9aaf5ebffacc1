/** `NO_PROXY`: which servers are reached without the proxy of the environment. */
import { BlockList, isIP } from 'node:net';

/**
 * Whether `NO_PROXY` names a server. There is no standard; this is what curl, Python and Go have in common:
 * entries are separated by commas or spaces. A host name stands for itself and for all below it, with or
 * without a dot or `*.` before it. An address may be a block (`10.0.0.0/8`), IPv6 may have brackets, `:port`
 * restricts an entry to one port, and `*` stands for everything. Names are not looked up.
 *
 * @param noProxy the value of the variable
 * @param host the server's host name or address, IPv6 without brackets
 * @param port the server's port
 */
export function isExempt(noProxy: string, host: string, port: number): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && matches(entry, name, port));
}

function matches(entry: string, name: string, port: number): boolean {
  if (entry === '*') return true;
  const { host, entryPort } = splitPort(entry);
  if (entryPort !== undefined && entryPort !== port) return false;
  const family = isIP(name);
  if (family !== 0) return matchesAddress(host, name, family === 4 ? 'ipv4' : 'ipv6');
  const suffix = host.replace(/^\*?\./, '').replace(/\.$/, '');
  return suffix !== '' && (name === suffix || name.endsWith(`.${suffix}`));
}

/** `host:port` or `[::1]:port`; an IPv6 address without brackets has no port. */
function splitPort(entry: string): { host: string; entryPort?: number } {
  const match = /^(?:\[(?<bracketed>[^\]]+)\](?<block>\/\d+)?|(?<plain>[^:]+))(?::(?<port>\d+))?$/.exec(entry);
  const { bracketed, block = '', plain, port } = match?.groups ?? {};
  const host = bracketed === undefined ? (plain ?? entry) : bracketed + block;
  return port === undefined ? { host } : { host, entryPort: Number(port) };
}

function matchesAddress(entry: string, address: string, family: 'ipv4' | 'ipv6'): boolean {
  const [network, prefix] = entry.split('/');
  const entryFamily = isIP(network!);
  if (entryFamily === 0) return false;
  const longest = entryFamily === 4 ? 32 : 128;
  const length = prefix === undefined ? longest : Number(prefix);
  if (!Number.isInteger(length) || length < 0 || length > longest) return false;
  const block = new BlockList();
  block.addSubnet(network!, length, entryFamily === 4 ? 'ipv4' : 'ipv6');
  return block.check(address, family);
}
