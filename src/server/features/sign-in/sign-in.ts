/** Signs in with questions, files and the browser alone: what an editor can do that knows nothing of Jira. */
import type { Network } from '../../../../protocol/network.ts';
import type { Authentication, Provider } from '../../../../protocol/provider.ts';
import { JiraError } from '../../../core/errors.ts';
import { authenticationOptions } from '../../../core/jira/server-info.ts';
import { probeServer } from '../../../core/providers/probe.ts';
import { type ListedProvider, type ProviderRecord, toProvider } from '../../../core/providers/records.ts';
import { trustWorkspaceProvider } from '../../../core/workspace/trust.ts';
import { Dismissed } from '../../dismissed.ts';
import { trustQuestion } from '../../workspace-trust.ts';
import type { Option } from '../../dialogue.ts';
import { type Answer, askAddress } from './address.ts';
import { approve, oauthWays } from './oauth.ts';
import { signInByPassword } from './password.ts';
import { signInByToken } from './token.ts';
import { configure, type SignInContext, type Target, type Way } from './way.ts';

/** What is known beforehand; the user is asked for the rest. */
export interface SignInRequest {
  readonly provider?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly name?: string | undefined;
  readonly authentication?: Authentication | undefined;
  readonly network?: Network | undefined;
  /** Whether it is a server that is not configured yet. */
  readonly isNew?: boolean | undefined;
}

/**
 * Signs in, and tells the user that it went well.
 *
 * @throws {JiraError} for what the user cannot mend on the way; {@link Dismissed}
 */
export async function signIn(request: SignInRequest, context: SignInContext, signal: AbortSignal): Promise<Provider> {
  const { core, editor } = context;
  const found = await findTarget(request, context, signal);
  const record = 'signedIn' in found ? found.signedIn : await enter(found, request.authentication, context, signal);
  await core.signInQuestion.reset();
  editor.showInfo(`You are signed in to ${record.name}${record.user === undefined ? '' : ` as ${record.user.displayName}`}.`);
  return toProvider(record, false);
}

async function findTarget(request: SignInRequest, context: SignInContext, signal: AbortSignal): Promise<Answer> {
  const { core, dialogue } = context;
  const { baseUrl, name, network } = request;
  if (request.provider !== undefined) {
    const target = await targetOf(await core.store.get(request.provider), context);
    return { ...target, name, baseUrl: baseUrl ?? target.baseUrl, network: network ?? target.network };
  }
  if (baseUrl !== undefined) return { baseUrl, name, network };
  const providers = await core.store.list();
  const known = request.isNew === true ? [] : [...providers.filter(({ state }) => state !== 'connected'), ...providers.filter(({ state }) => state === 'connected')];
  const offered = core.offeredServers.filter((url) => !providers.some((each) => each.baseUrl === url.replace(/\/+$/, '')));
  const ask = (): Promise<Answer> => askAddress({ name, network }, context, signal);
  const options: Option<() => Promise<Answer>>[] = [
    ...known.map((record) => ({ title: `${record.name} (${record.baseUrl})`, value: () => targetOf(record, context) })),
    ...offered.map((url) => ({ title: url, value: () => Promise.resolve({ baseUrl: url, name, network }) })),
    { title: known.length + offered.length === 0 ? 'My Jira…' : 'Another Jira…', value: ask },
  ];
  return options.length === 1 ? ask() : (await dialogue.choose('Which Jira do you want to sign in to?', options))();
}

async function targetOf(record: ListedProvider, context: SignInContext): Promise<Target> {
  const { core, dialogue } = context;
  if (record.offer?.approval !== undefined && record.offer.approval !== 'approved') {
    const { host, question, allow } = trustQuestion(record);
    const answer = await dialogue.choose(question, [{ title: allow, value: true }, { title: 'Not now', value: false }]);
    if (!answer) throw new Dismissed();
    await trustWorkspaceProvider(core, record.id, host, true);
  }
  return { record, baseUrl: record.baseUrl, network: (await core.store.findSecret(record))?.network };
}

async function enter(target: Target, authentication: Authentication | undefined, context: SignInContext, signal: AbortSignal): Promise<ProviderRecord> {
  if (authentication === undefined) return chooseWay(target, context, signal);
  const record = await configure(target, authentication, context, signal);
  return authentication.type === 'oauth1' ? approve({ ...target, record }, context, signal) : record;
}

/** Asks for the way, among those that the server has; the recommended one is the first. */
async function chooseWay(target: Target, context: SignInContext, signal: AbortSignal): Promise<ProviderRecord> {
  const { core, dialogue } = context;
  const link = await core.connections.connect(target.network);
  const found = await probeServer(target.baseUrl, (url) => core.connections.client(link, url), signal).finally(() => link.http.close());
  const ways: Record<Authentication['type'], Option<Way>[]> = {
    token: [{ title: 'Personal access token', value: signInByToken }],
    oauth1: oauthWays(target),
    basic: [{ title: 'User name and password', value: signInByPassword }],
  };
  const all = authenticationOptions(found.server, found.tokens);
  const supported = all.filter((option) => option.supported);
  if (supported.length === 0) throw new JiraError('unsupported', all[0]?.reason ?? 'There is no way in.');
  const own = target.record?.authentication.type;
  const types = supported.map(({ type }) => type).sort((one, other) => Number(other === own) - Number(one === own));
  const options = types.flatMap((type) => ways[type]);
  const way = await dialogue.choose(`How do you want to sign in to ${found.server.title} (${found.baseUrl})?`, options);
  return way({ ...target, baseUrl: found.baseUrl }, context, signal);
}
