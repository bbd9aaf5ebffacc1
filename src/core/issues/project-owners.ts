/** Which provider a project belongs to, where a request does not say. */
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import type { ProviderRecord } from '../providers/records.ts';

/** The key of the project in the key of an issue; project keys may hold hyphens where an administrator allows it. */
export function projectOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

type Knowledge = 'yes' | 'no' | 'unknown';

/**
 * The named provider, else the only one, else the only one that knows the project. One that cannot be asked may
 * know it too: guessing would write into the wrong Jira.
 *
 * @param project key or id
 * @throws {JiraError} unknownProvider, ambiguousProvider, `notFound`
 */
export async function providerOfProject(core: Core, provider: string | undefined, project: string | undefined, signal: AbortSignal): Promise<ProviderRecord> {
  const { store } = core;
  const providers = provider === undefined && project !== undefined ? await store.list() : [];
  if (project === undefined || providers.length < 2) return store.resolve(provider);
  const wanted = project.toUpperCase();
  const answers = await Promise.all(providers.map(async (each) => ({ provider: each, answer: await ask(core, each, wanted, signal) })));
  const having = (answer: Knowledge) => answers.filter((each) => each.answer === answer).map((each) => each.provider);
  const [owner, ...others] = having('yes');
  const unknown = having('unknown');
  if (owner !== undefined && others.length === 0 && unknown.length === 0) return owner;
  if (owner === undefined && unknown.length === 0) {
    throw new JiraError('notFound', `None of the configured Jiras has a project ${project}, or you may not see it. Say which one is meant by \`provider\`.`);
  }
  const names = (records: readonly ProviderRecord[]) => records.map(({ id, name }) => `${id} (${name})`).join(', ');
  const known = owner === undefined ? '' : ` It is in ${names([owner, ...others])}.`;
  const unasked = unknown.length === 0 ? '' : ` It may be in ${names(unknown)}, which cannot be asked now.`;
  throw new JiraError('ambiguousProvider', `Say by \`provider\` which Jira the project ${project} is meant in.${known}${unasked}`);
}

/** Signed out on purpose, a provider has nothing; whatever else keeps it from answering leaves the question open. */
async function ask(core: Core, provider: ProviderRecord, project: string, signal: AbortSignal): Promise<Knowledge> {
  const { connections, memory } = core;
  if (provider.state === 'needsAuthorization') return 'no';
  if (memory.projects.knows(provider.id, project)) return 'yes';
  try {
    await connections.use(provider.id, (client) => client.request({ path: `/rest/api/2/project/${encodeURIComponent(project)}`, signal }), signal);
    memory.projects.note(provider.id, project);
    return 'yes';
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    if (error.kind === 'notFound' || error.kind === 'forbidden') return 'no';
    core.log.debug(`${provider.name} cannot say whether it has the project ${project}: ${error.message}`);
    return 'unknown';
  }
}
