/** Servers that are up to no good, and write down all that they were sent. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Agent } from './agent.ts';
import type { Provider } from '../../protocol/provider.ts';

/** What a server does with a request; `false` leaves it to Jira's own answer. */
export type Attack = (request: IncomingMessage, response: ServerResponse) => void | false;

/** A request as it came, with its body. */
export interface Received {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
}

/** A running server; `await using` closes it. */
export interface HostileServer extends AsyncDisposable {
  /** With no slash at the end. */
  readonly baseUrl: string;
  readonly received: readonly Received[];
  /** How many connections are open. */
  connections(): Promise<number>;
}

/** The personal access token that every hostile Jira takes. */
export const hostileToken = 'token-for-a-hostile-jira';

const answers: Readonly<Record<string, unknown>> = {
  '/rest/api/2/serverInfo': { version: '9.12.4', versionNumbers: [9, 12, 4], deploymentType: 'Server', buildNumber: 912004, serverTitle: 'Jira' },
  '/rest/api/2/myself': { name: 'mia', key: 'JIRAUSER1', displayName: 'Mia' },
  '/rest/pat/latest/tokens': [],
};

/**
 * A server that does what `attack` says, and for the rest behaves like a Jira in which nobody needs a password.
 *
 * @param hostname the name in its address; it listens on 127.0.0.1
 */
export async function startHostileJira(attack: Attack, hostname = '127.0.0.1'): Promise<HostileServer> {
  const received: Received[] = [];
  const server = createServer({ keepAliveTimeout: 20_000 }, (request, response) => {
    received.push({ method: request.method ?? '', target: request.url ?? '', headers: request.headers });
    request.resume();
    response.on('error', () => {});
    if (attack(request, response) === false) sendJson(response, answers[(request.url ?? '').split('?')[0]!], 'mia');
  });
  server.on('clientError', (_, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    received,
    connections: () => new Promise((resolve, reject) => server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)))),
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Answers with JSON; 404 where there is none. */
export function sendJson(response: ServerResponse, value: unknown, userName?: string): void {
  const headers = { 'content-type': 'application/json;charset=UTF-8', 'x-arequestid': '1x2x3', ...(userName === undefined ? {} : { 'x-ausername': userName }) };
  response.writeHead(value === undefined ? 404 : 200, headers).end(JSON.stringify(value ?? { errorMessages: ['none'], errors: {} }));
}

/** An issue as Jira's search gives it. */
export function hostileIssue(fields: object, number = 1): object {
  return {
    id: String(10_000 + number),
    key: `ABC-${number}`,
    fields: {
      summary: 'A summary',
      issuetype: { name: 'Bug', subtask: false },
      status: { name: 'Open', statusCategory: { key: 'new' } },
      project: { key: 'ABC', name: 'Alphabet' },
      labels: [],
      created: '2026-08-14T11:32:13.465+0000',
      updated: '2026-08-14T11:32:13.465+0000',
      ...fields,
    },
  };
}

/** Configures an agent with the token. */
export async function connect(agent: Agent, { baseUrl }: { readonly baseUrl: string }): Promise<Provider> {
  const { provider } = await agent.request('jira/configure', { baseUrl, authentication: { type: 'token', token: hostileToken } });
  return provider;
}
