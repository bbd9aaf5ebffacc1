/** The job with a Jira that is somewhere: whoever runs the client is asked. */
import type { AuthenticationOption } from '../../protocol/provider.ts';
import { say } from './output.ts';
import type { SetStage } from './people.ts';
import { Questions } from './questions.ts';

/** Asks on the terminal. */
export const stage: SetStage = ({ url = '', storage }) => {
  const questions = new Questions();
  return Promise.resolve({
    url,
    storage,
    people: {
      opensBrowser: true,
      chooseWay: (ways) => chooseWay(questions, ways),
      token: (page) => questions.secret(`Create a personal access token at\n${page}\nand paste it here (it is not shown): `),
      password: async () => ({ username: await questions.ask('User name: '), password: await questions.secret('Password (it is not shown): ') }),
      createApplicationLink: async () => {
        await questions.ask('\nPress Enter when the administrator has done so. ');
      },
      hasBrowser: () => questions.agree('Is there a browser on this machine?'),
      approve: () => Promise.resolve(),
      approveElsewhere: () => questions.ask('Open the address anywhere, approve, and type the code that Jira shows: '),
      staysSignedIn: () => questions.agree('Stay signed in?'),
    },
    [Symbol.asyncDispose]: () => Promise.resolve(questions.close()),
  });
};

async function chooseWay(questions: Questions, ways: readonly AuthenticationOption[]): Promise<AuthenticationOption['type']> {
  const names = ways.map(({ type }) => type);
  const [first] = [...ways].sort((one, other) => Number(other.recommended) - Number(one.recommended));
  if (first === undefined) throw new Error('This server has no way in that the agent knows.');
  for (;;) {
    const answer = await questions.ask(`How do you get in: ${names.join(', ')}? [${first.type}] `);
    const chosen = answer === '' ? first.type : names.find((name) => name === answer);
    if (chosen !== undefined) return chosen;
    say(`“${answer}” is none of these.`);
  }
}
