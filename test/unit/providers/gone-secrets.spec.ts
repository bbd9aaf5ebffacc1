/** Credentials that are gone, or are changed by another window at the moment: Jira is never asked in nobody's name instead. */
import { expect } from 'chai';
import sinon from 'sinon';
import type { Clock } from '../../../src/infrastructure/clock.ts';
import type { HttpClient } from '../../../src/infrastructure/http/http.ts';
import type { Document, SecretStore } from '../../../src/infrastructure/storage/storage.ts';
import { JiraError } from '../../../src/core/errors.ts';
import { Connections, type ConnectionsOptions } from '../../../src/core/providers/connections.ts';
import { ProviderStore } from '../../../src/core/providers/provider-store.ts';
import type { Configuration, ProviderRecord } from '../../../src/core/providers/records.ts';

const provider: Omit<ProviderRecord, 'secret'> = {
  id: 'provider-1',
  name: 'Jira',
  baseUrl: 'https://jira.example.com',
  server: { version: '9.12.0', versionNumbers: [9, 12, 0], deploymentType: 'Server', title: 'Jira' },
  authentication: { type: 'token' },
  state: 'connected',
  origin: 'user',
};
const token = JSON.stringify({ authentication: { type: 'token', token: 'abc' } });

describe('a request for a provider', () => {
  it('takes the newest credentials where another window changed them before they were read', async () => {
    const connections = connectionsTo([{ ...provider, secret: 'former' }, { ...provider, secret: 'newest' }], { newest: token });
    expect((await connections.use(undefined, (_client, record) => Promise.resolve(record), signal())).secret).to.equal('newest');
  });

  it('is refused where another window signed out before the credentials were read', async () => {
    const connections = connectionsTo([{ ...provider, secret: 'former' }, { ...provider, state: 'needsAuthorization', secret: 'newest' }], { newest: '{}' });
    expect((await failureOf(connections)).kind).to.equal('notAuthorized');
  });

  it('is refused where the credentials are gone', async () => {
    const connections = connectionsTo([{ ...provider, secret: 'gone' }], {});
    const { kind, message } = await failureOf(connections);
    expect(kind).to.equal('storage');
    expect(message).to.contain('The credentials of Jira are no longer where they were kept');
  });
});

/** @param states what the configuration says of the one provider, one after another */
function connectionsTo(states: ProviderRecord[], secrets: Record<string, string>): Connections {
  const remaining = states.slice();
  const configuration = {
    read: async () => {
      const [record] = remaining.length > 1 ? remaining.splice(0, 1) : remaining;
      return { providers: [record] };
    },
  } as unknown as Document<Configuration>;
  const secretStore = { get: async (name: string) => secrets[name] } as SecretStore;
  const clock: Clock = { now: () => 0, after: () => () => {} };
  const options = { store: new ProviderStore(configuration, secretStore, sinon.stub(), clock), clock, connect: () => Promise.resolve({ http: {} as HttpClient, headers: {} }) };
  return new Connections(options as unknown as ConnectionsOptions);
}

async function failureOf(connections: Connections): Promise<JiraError> {
  const work = sinon.spy(() => Promise.resolve());
  const error = await connections.use(undefined, work, signal()).catch((thrown: unknown) => thrown);
  expect(work.callCount).to.equal(0);
  expect(error).to.be.instanceOf(JiraError);
  return error as JiraError;
}

function signal(): AbortSignal {
  return new AbortController().signal;
}
