/** A new issue, from what is known of it to where it goes. */
import type { Agent } from '../../agent.ts';
import { chooseProvider } from '../search/choose-provider.ts';
import { chooseProject, chooseType } from './choose-screen.ts';
import { textsOf } from './create-body.ts';
import type { CreatePlace } from './create-panel.ts';

/** What is known of a new issue from the start. */
export interface CreateWish {
  readonly provider?: string | undefined;
  readonly project?: string | undefined;
  readonly type?: string | undefined;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly insert?: CreatePlace['insert'];
}

/** Where it goes: whatever is not known is asked. @returns `undefined` where the user dismissed it */
export async function choosePlace(agent: Agent, wish: CreateWish): Promise<CreatePlace | undefined> {
  const provider = wish.provider ?? (await chooseProvider(agent))?.id;
  if (provider === undefined) return undefined;
  const project = wish.project ?? (await chooseProject(agent, provider));
  if (project === undefined) return undefined;
  const type = wish.type ?? (await chooseType(agent, provider, project))?.id;
  if (type === undefined) return undefined;
  const texts = textsOf(wish.summary ?? '');
  const description = [texts.description, wish.description ?? ''].filter((part) => part !== '').join('\n\n');
  return { provider, project, type, summary: texts.summary, description, ...(wish.insert === undefined ? {} : { insert: wish.insert }) };
}
