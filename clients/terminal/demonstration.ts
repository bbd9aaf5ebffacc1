/** The job with a Jira of our own: the client plays the administrator and the user with a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser, startJira } from '../../test/jira/index.ts';
import { say, sayHeading } from './output.ts';
import type { SetStage } from './people.ts';

const user = 'alice';

/** Starts a Jira, and an empty storage folder unless one is given; both go at the end. */
export const stage: SetStage = async ({ storage }) => {
  sayHeading('npm start', 'A Jira of our own, with some thousand issues.');
  const jira = await startJira();
  const folder = storage ?? (await mkdtemp(join(tmpdir(), 'jira-language-server-')));
  say(`It listens at ${jira.baseUrl}; its user is ${user}.`);
  return {
    url: jira.baseUrl,
    storage: folder,
    people: {
      opensBrowser: false,
      chooseWay: () => {
        say('OAuth shows the most of the agent, so that is the way here.');
        return Promise.resolve('oauth1');
      },
      token: () => Promise.resolve(jira.createToken(user, { name: 'terminal' })),
      password: () => Promise.resolve({ username: user, password: user }),
      createApplicationLink: ({ consumerKey, consumerName, publicKey }) => {
        jira.createApplicationLink({ consumerKey, name: consumerName, publicKey });
        say('\nThe administrator, who is played here, has done so.');
        return Promise.resolve();
      },
      hasBrowser: () => Promise.resolve(true),
      approve: async (url) => {
        const page = await new Browser().authorize(url, { user });
        say(`A browser, which is played here, logged in as ${user}, pressed “Allow” and came back (${page.status}).`);
      },
      approveElsewhere: async (url) => (await new Browser().authorize(url, { user })).verifier ?? '',
      staysSignedIn: () => Promise.resolve(false),
    },
    async [Symbol.asyncDispose]() {
      await jira.close();
      if (storage === undefined) await rm(folder, { recursive: true });
    },
  };
};
