import { JiraError } from '../../../core/errors.ts';
import { type Access, accessTo, type Place } from '../../../core/issues/access.ts';
import type { CommandContext } from './command.ts';

/** The provider that is meant; where several may be, the user says which. @throws {JiraError} */
export async function chooseProvider(place: Place, { core, dialogue }: CommandContext, signal: AbortSignal): Promise<Access> {
  try {
    return await accessTo(core, place, signal);
  } catch (error) {
    if (!(error instanceof JiraError) || error.kind !== 'ambiguousProvider') throw error;
    const providers = await core.store.list();
    const options = providers.map(({ id, name, baseUrl }) => ({ title: `${name} (${baseUrl})`, value: id }));
    return accessTo(core, { ...place, provider: await dialogue.choose('Which Jira?', options) }, signal);
  }
}
