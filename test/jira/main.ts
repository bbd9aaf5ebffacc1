import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { takeOrders } from './control.ts';
import { startJira } from './jira.ts';
import type { JiraOptions } from './options.ts';
import { profiles, type Profile } from './profiles.ts';

const usage = `usage: node --import tsx test/jira/main.ts [options]

  --port N            port to listen on; 0, the default, takes a free one
  --host ADDRESS      address to listen on (127.0.0.1)
  --context-path P    context path (/jira)
  --profile V         ${Object.keys(profiles).join(', ')} (9.12)
  --issues N          how many issues to generate (3000)
  --page-cap N        largest page of a search (1000)
  --latency MS        delay of every answer (0)
  --language L        en or de (en)
  --public            anonymous users see the public projects
  --no-software       without Jira Software
  --link KEY=FILE     an application link: consumer key, and a file with the public key; may be repeated
  --token USER        makes a personal access token, and prints it; may be repeated
  --orders            takes orders from standard input, one a line in JSON (see control.ts), and ends with it

The first line printed is the base URL. Every user's password is the user's name.`;

/** Runs a Jira until it is told to stop. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'context-path': { type: 'string' },
      profile: { type: 'string' },
      issues: { type: 'string' },
      'page-cap': { type: 'string' },
      latency: { type: 'string' },
      language: { type: 'string' },
      public: { type: 'boolean' },
      'no-software': { type: 'boolean' },
      link: { type: 'string', multiple: true },
      token: { type: 'string', multiple: true },
      orders: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(usage);
    return;
  }
  const options: JiraOptions = {
    ...numeric('port', values.port),
    ...numeric('issues', values.issues),
    ...numeric('pageCap', values['page-cap']),
    ...numeric('latency', values.latency),
    ...(values.host !== undefined && { host: values.host }),
    ...(values['context-path'] !== undefined && { contextPath: values['context-path'] }),
    ...(values.profile !== undefined && { profile: profileOf(values.profile) }),
    ...(values.language === 'de' && { language: 'de' }),
    ...(values.public === true && { publicSite: true }),
    ...(values['no-software'] === true && { software: false }),
  };
  const jira = await startJira(options);
  console.log(jira.baseUrl);
  for (const link of values.link ?? []) {
    const at = link.indexOf('=');
    jira.createApplicationLink({ consumerKey: link.slice(0, at), publicKey: readFileSync(link.slice(at + 1), 'utf8') });
  }
  for (const user of values.token ?? []) console.log(`${user} ${jira.createToken(user)}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void jira.close());
  if (values.orders === true) {
    await takeOrders(jira, process.stdin, process.stdout);
    await jira.close();
  }
}

function numeric(name: keyof JiraOptions, text: string | undefined): JiraOptions {
  if (text === undefined) return {};
  if (!/^\d+$/.test(text)) throw new RangeError(`${name} must be a number, not ${text}`);
  return { [name]: Number(text) };
}

function profileOf(text: string): Profile {
  if (!(text in profiles)) throw new RangeError(`profile must be one of ${Object.keys(profiles).join(', ')}, not ${text}`);
  return text as Profile;
}

main().catch((error: unknown) => {
  console.error(error instanceof RangeError ? error.message : error);
  process.exitCode = 2;
});
