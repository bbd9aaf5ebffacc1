/** Sets an organization up: the tables, its roles, and who can open its keys. */
import type { Organization } from '../../../protocol/organization.ts';
import type { SetUp } from '../../infrastructure/database/database.ts';
import type { Core } from '../core.ts';
import { JiraError } from '../errors.ts';
import { prepareSealing, type Sealing } from '../shared/seal-key.ts';
import { readContent } from './content.ts';
import { toOrganization } from './status.ts';

/** What `jira/setUpOrganization` asks for. */
export interface SetUpRequest {
  readonly organization: string;
  readonly passphrase?: string | undefined;
  readonly recipients?: readonly string[] | undefined;
  readonly administrators?: string | undefined;
  readonly members?: string | undefined;
}

/** @throws {JiraError} `forbidden` for who may not; invalidParams where nobody could open its keys */
export async function setUpOrganization({ organization, age }: Core, request: SetUpRequest): Promise<SetUp & { organization: Organization }> {
  const { organization: name, passphrase, recipients, ...roles } = request;
  const isAsked = passphrase !== undefined || recipients !== undefined;
  const asked = isAsked ? await prepareSealing(age, passphrase, recipients ?? []) : undefined;
  if (asked !== undefined) await age.encryptTo(asked.recipients, 'a test').catch((error: unknown) => Promise.reject(badRecipients(error)));
  return organization.use(async (session) => {
    const find = async () => readContent(await session.read()).find((each) => each.name === name);
    const former = await find().catch((error: unknown) => (isNotSetUp(error) ? undefined : Promise.reject(error as Error)));
    const sealing: Sealing | undefined = asked ?? (former === undefined ? await prepareSealing(age, undefined, []) : undefined);
    const made = await session.setUp(name, roles);
    if (sealing !== undefined) await session.setEncryption(name, sealing.recipients, sealing.identity);
    const content = await find();
    if (content === undefined) throw new JiraError('forbidden', 'The organization is set up, and this user is neither its administrator nor its member.');
    return { ...made, organization: toOrganization(content, []) };
  });
}

function isNotSetUp(error: unknown): boolean {
  return (error as { reason?: unknown } | null)?.reason === 'notSetUp';
}

function badRecipients(error: unknown): Error {
  return error instanceof TypeError ? new JiraError('invalidParams', error.message, { path: 'recipients' }) : (error as Error);
}
