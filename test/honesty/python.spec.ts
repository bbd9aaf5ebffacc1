import { expect } from 'chai';
import { generateKeyPairSync } from 'node:crypto';
import { Browser, startJira, type Jira } from '../jira/index.ts';
import { runPython, talkToPython } from './python.ts';

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const link = { consumerKey: 'python', publicKey: pair.publicKey, name: 'Python' };

const queries = [
  'project = ABC ORDER BY key',
  `summary ~ "ä ö ü ß 山 😀" OR labels = "a+b"`,
  `text ~ "a & b = c % d / e ? f # g"`,
  `summary ~ "!*'()~;:@$,[]" OR summary ~ "line\\nbreak"`,
  `summary ~ "\\"quoted\\" %20 %2B +"`,
];

/** Clients that know nothing of the emulator do their whole work against it. */
describe('clients written in Python', () => {
  for (const profile of ['8.20', '9.12', '10.3', '11.3'] as const) {
    describe(`against Jira ${profile}`, () => {
      let jira: Jira;

      before(async () => {
        jira = await startJira({ profile, issues: 500, pageCap: 50, contextPath: '/Jira' });
        jira.createApplicationLink(link);
      });

      after(() => jira.close());

      it('`jira` does its work with a personal access token', async () => {
        expectWork(await runPython('python_jira.py', jira.baseUrl, 'token', jira.createToken('admin')), jira);
      });

      it('`requests_oauthlib` goes through the dance, and `jira` does its work with the token', async () => {
        const { granted } = await dance(jira);
        const secret = JSON.stringify({ ...granted, consumerKey: 'python', privateKey: pair.privateKey });
        expectWork(await runPython('python_jira.py', jira.baseUrl, 'oauth', secret), jira);
      });
    });
  }

  it('`requests_oauthlib` signs every awkward character, renews its token, and is not heard when it signs in the query', async () => {
    const jira = await startJira({ issues: 500 });
    jira.createApplicationLink(link);
    const { outcome } = await dance(jira);
    expect(outcome.answers.map(({ status }) => status)).to.deep.equal(queries.map(() => 200));
    expect(outcome.answers.map(({ user }) => user)).to.deep.equal(queries.map(() => 'admin'));
    expect(outcome.answers[0]?.body.total).to.equal(130);
    expect(outcome).to.include({ expiresIn: '157680000', posted: 200, inQuery: 'anonymous', renewed: 'admin' });
    expect(outcome.old).to.equal('oauth_problem=token_rejected');
    await jira.close();
  });
});

interface Outcome {
  readonly answers: readonly { readonly status: number; readonly user: string; readonly body: { readonly total: number } }[];
  readonly old: string;
}

async function dance(jira: Jira): Promise<{ outcome: Outcome; granted: { token: string; secret: string } }> {
  const conversation = talkToPython('oauth1_session.py');
  const callback = `${jira.baseUrl}/status?from=jira`;
  conversation.say({ baseUrl: jira.baseUrl, consumerKey: 'python', privateKey: pair.privateKey, callback, queries });
  const { url } = (await conversation.hear()) as { url: string };
  const page = await new Browser().authorize(url, { user: 'admin' });
  conversation.say({ url: page.url });
  const outcome = (await conversation.hear()) as Outcome;
  const [token] = jira.accessTokens('admin').slice(-1);
  return { outcome, granted: { token: token?.token ?? '', secret: token?.secret ?? '' } };
}

function expectWork(work: unknown, jira: Jira): void {
  const created = jira.requests.filter(({ method, path, status }) => method === 'POST' && path.endsWith('/issue') && status === 201);
  expect(created).to.not.be.empty;
  expect(work).to.deep.include({
    myself: 'admin',
    keys: Array.from({ length: 130 }, (_, at) => `ABC-${at + 1}`),
    comment: 'A *comment* – from Python',
    transitions: ['To Do', 'In Progress', 'Done', 'Resolve with a reason'],
    issue: {
      summary: 'Changed by Python',
      description: 'h2. One\r\nTwo',
      status: 'Done',
      resolution: 'Done',
      assignee: 'Bob O’Brien',
      labels: ['python'],
      comments: ['A *comment* – from Python'],
      timeSpent: ['1h 30m'],
      changed: ['assignee', 'resolution', 'status', 'summary'],
    },
    projects: ['ABC', 'BIG', 'OPS', 'SEC', 'WEB'],
    board: 'ABC board',
    sprints: ['closed', 'active', 'future'],
    users: ['alice'],
    badQuery: { status: 400, text: "The value 'NOPE' does not exist for the field 'project'." },
    missing: { status: 404, text: 'Issue Does Not Exist' },
  });
}
