/** The honest Jira as a program of the benchmark: says where it is, and on demand what it had to do so far. */
import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { startJira } from '../../test/jira/index.ts';
import type { Traffic } from './sample.ts';

const sockets = new Set<Socket>();
let requests = 0;
diagnostics.subscribe('http.server.request.start', (message) => {
  requests += 1;
  sockets.add((message as { request: IncomingMessage }).request.socket);
});

const jira = await startJira(JSON.parse(process.argv[2]!));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const bytes = Array.from(sockets).reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0);
  process.send!({ requests, bytes, serverTime: (user + system) / 1000 } satisfies Traffic);
});
process.on('disconnect', () => void jira.close());
process.send!({ baseUrl: jira.baseUrl, token: jira.createToken('alice') });
