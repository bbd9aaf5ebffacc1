/** Signing in by OAuth: the application link once, then the approval in a browser. */
import { invalidParams, JiraError } from '../../../core/errors.ts';
import { makeKeyPair } from '../../../core/keys/make-key-pair.ts';
import { applicationLinkPage } from '../../../core/keys/application-link-page.ts';
import { beginAuthorization, type Begun, completeAuthorization } from '../../../core/providers/authorize.ts';
import type { Redirect } from '../../../core/oauth/authorizations.ts';
import type { ProviderRecord } from '../../../core/providers/records.ts';
import type { Option } from '../../dialogue.ts';
import { addressInBrowser } from '../../external-address.ts';
import { Dismissed } from '../../dismissed.ts';
import { readFields, writeFields } from './fields.ts';
import { beingTried, configure, howToFillIn, signedInText, type SignInContext, type Target, type Way } from './way.ts';

/** The ways by OAuth: where there is an application link already, the approval is all that it takes. */
export function oauthWays({ record }: Target): Option<Way>[] {
  if (record?.authentication.type === 'oauth1') return approvals;
  return [{ title: 'OAuth (an administrator sets it up once)', value: signInByApplicationLink }];
}

/** Lets the user approve, in a browser here or elsewhere. */
export const approve: Way = async (target, context, signal) => {
  const later = { title: 'Later', value: undefined };
  const way = await context.dialogue.choose(
    `Once the administrator has created the application link, approve the access to ${target.baseUrl} in a browser.`,
    [...approvals, later],
  );
  if (way === undefined) throw new Dismissed();
  return way(target, context, signal);
};

const approveInBrowser: Way = async (target, context, signal) => {
  const { core, editor } = context;
  const { authorization, url } = await begin(target, 'loopback', context, signal);
  await editor.openExternal(url);
  return completeAuthorization(core, authorization.id, undefined, signal);
};

const approveByCode: Way = async (target, context, signal) => {
  const { core, editor, dialogue } = context;
  const { authorization, url } = await begin(target, 'oob', context, signal);
  const lines = [
    `Sign in to ${target.baseUrl}`,
    '',
    `1. Open this address in any browser, and approve the access: ${url}`,
    '2. Write the code that Jira then shows after “code:”, and save this file.',
    howToFillIn,
  ];
  void editor.openExternal(url);
  return dialogue.fillIn<ProviderRecord>({
    name: 'jira-sign-in.txt',
    instruction: 'follow the steps in it, and save it.',
    meanwhile: beingTried,
    text: (problem) => writeFields({ lines, problem }, [{ name: 'code' }]),
    accept: async (saved) => {
      const { code } = readFields(saved, ['code']);
      if (code === undefined) throw invalidParams('verifier', 'The code is missing.');
      return completeAuthorization(core, authorization.id, code, signal);
    },
    endsWith: ['authorizationDenied', 'authorizationExpired'],
    done: signedInText,
  });
};

const approvals: Option<Way>[] = [
  { title: 'Approve in the browser', value: approveInBrowser },
  { title: 'Approve on another machine, and type a code', value: approveByCode },
];

/** Makes the key of an application link, or takes the one that there is, and goes on to the approval. */
const signInByApplicationLink: Way = async (target, context, signal) => {
  const way = await context.dialogue.choose<Way>(`OAuth needs an application link in ${target.baseUrl}, which an administrator creates.`, [
    { title: 'Show me what the administrator needs', value: prepareApplicationLink },
    { title: 'I have a consumer key and a private key', value: useApplicationLink },
  ]);
  const record = await way(target, context, signal);
  return approve({ ...target, record }, context, signal);
};

const prepareApplicationLink: Way = async (target, context, signal) => {
  const { core, editor } = context;
  const { id, applicationLink } = await makeKeyPair(core, { bits: 2048, validDays: 365, baseUrl: target.baseUrl, exportPrivateKey: false }, signal);
  const record = await configure(target, { type: 'oauth1', consumerKey: applicationLink.consumerKey, keyPair: id, privateKey: undefined, passphrase: undefined }, context, signal);
  const page = await core.pages.write({ provider: record.id, name: 'application-link' }, applicationLinkPage(record.baseUrl, applicationLink));
  await editor.showDocument(page.uri, page.path);
  return record;
};

const keyFields = ['consumer key', 'passphrase', 'private key'];

const useApplicationLink: Way = (target, context, signal) => {
  const lines = [
    `The application link of ${target.baseUrl}`,
    '',
    'Write the consumer key, and paste the private key in PEM, with its BEGIN and END; the passphrase where it has one.',
    `Save this file, which is emptied at once. ${howToFillIn}`,
  ];
  return context.dialogue.fillIn<ProviderRecord>({
    name: 'jira-sign-in.txt',
    instruction: 'write the consumer key and the private key into it, and save it.',
    meanwhile: beingTried,
    text: (problem, saved = '') =>
      writeFields({ lines, problem }, keyFields.map((name) => ({ name, value: name === 'consumer key' ? readFields(saved, keyFields)[name] : undefined }))),
    accept: async (saved) => {
      const { 'consumer key': consumerKey, 'private key': privateKey, passphrase } = readFields(saved, keyFields);
      if (consumerKey === undefined || privateKey === undefined) throw invalidParams('authentication', 'The consumer key or the private key is missing.');
      return configure(target, { type: 'oauth1', consumerKey, keyPair: undefined, privateKey, passphrase }, context, signal);
    },
    done: ({ name }) => `# The application link of ${name} is ready. You can close this file.\n`,
  });
};

/** Begins the approval. Where the key is encrypted for the team, the user gives the passphrase first, once. */
async function begin(target: Target, redirect: Redirect, { core, editor, dialogue }: SignInContext, signal: AbortSignal): Promise<Begun> {
  const id = providerOf(target);
  const wayBack = { redirect, toBrowser: addressInBrowser(editor) };
  try {
    return await beginAuthorization(core, id, wayBack, signal);
  } catch (error) {
    if (!(error instanceof JiraError) || error.details.path !== 'passphrase') throw error;
  }
  const lines = [
    `Sign in to ${target.baseUrl}`,
    '',
    'The key of its application link is encrypted for your team. Write the passphrase of the team, and save this file, which is emptied at once.',
    howToFillIn,
  ];
  return dialogue.fillIn<Begun>({
    name: 'jira-sign-in.txt',
    instruction: 'write the passphrase of your team into it, and save it.',
    meanwhile: beingTried,
    text: (problem) => writeFields({ lines, problem }, [{ name: 'passphrase' }]),
    accept: async (saved) => beginAuthorization(core, id, wayBack, signal, readFields(saved, ['passphrase'])['passphrase'] ?? ''),
    done: () => '# The key is open. You can close this file.\n',
  });
}

function providerOf({ record }: Target): string {
  if (record === undefined) throw new Error('Nobody approves before there is a provider.');
  return record.id;
}
