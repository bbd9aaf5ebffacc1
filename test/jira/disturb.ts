import type { ServerResponse } from 'node:http';
import type { Fault, FaultReply } from './faults.ts';
import { tomcatPage } from './pages.ts';
import type { Reply } from './replies.ts';

const loginOfProxy =
  '<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body>' +
  '<form method="post" action="https://sso.example.org/login"><input name="user"><input name="password" type="password">' +
  '</form></body></html>';

const startPage =
  '<!DOCTYPE html><html><head><title>Jira - startup</title></head><body><p>Jira is starting up</p></body></html>';

/** The answer that a fault puts in place of Jira's, where it does. */
export function replacement(fault: Fault): Reply | undefined {
  if (typeof fault === 'object') return 'status' in fault ? byHand(fault) : undefined;
  const page = { 'Content-Type': 'text/html;charset=utf-8' };
  switch (fault) {
    case 'sso302':
      return { status: 302, headers: { Location: 'https://sso.example.org/login?SAMLRequest=fZJNT8' }, body: '' };
    case 'sso200':
      return { status: 200, headers: page, body: loginOfProxy };
    case 'rateLimited':
      return {
        status: 429,
        headers: { ...page, 'retry-after': '0' },
        body: tomcatPage(429, 'Too Many Requests', 'Rate limit exceeded.'),
      };
    case 'maintenance':
      return { status: 503, headers: page, body: tomcatPage(503, 'Service Unavailable', 'Jira is being reindexed.') };
    case 'starting':
      return { status: 503, headers: page, body: startPage };
    default:
      return undefined;
  }
}

/** Sends half of an answer that announced the whole, and cuts the connection. */
export function truncate(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...headersOf(reply), 'Content-Length': Math.max(body.length, 2) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

/** Sends an answer a byte at a time, each in its own turn of the event loop. */
export function trickle(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...headersOf(reply), 'Content-Length': body.length });
  const next = (at: number): void => {
    if (response.destroyed) return;
    if (at >= body.length) response.end();
    else response.write(body.subarray(at, at + 1), () => setImmediate(next, at + 1));
  };
  next(0);
}

/** Sends a JSON answer that never ends, as fast as it is read. */
export function pourEndlessly(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json;charset=UTF-8' });
  const chunk = ' '.repeat(65_536);
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  response.write('{"issues":[');
  pour();
}

/** The headers of a reply as `writeHead` takes them. */
export function headersOf(reply: Reply): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(reply.headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
}

function byHand({ status, headers = {}, body = '' }: FaultReply): Reply {
  return { status, headers, body };
}
