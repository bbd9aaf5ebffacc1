/** What a Jira administrator types to let the agent in by OAuth 1.0a. */
import type { ApplicationLink } from '../../../protocol/keys.ts';
import { applicationLinksUrl } from '../jira/server-info.ts';

/** How the agent is called in Jira. */
const agentName = 'Jira Language Server';

/** What an application link is made of. */
export interface ApplicationLinkOptions {
  /** SPKI, PEM. */
  readonly publicKey: string;
  /** One word; {@link consumerKeyFor} proposes one. */
  readonly consumerKey: string;
  /** Normalised; left out where the server is not known. */
  readonly baseUrl?: string | undefined;
  /** The version of Jira as numbers; left out or empty where it is not known. */
  readonly versionNumbers?: readonly number[] | undefined;
}

/**
 * The consumer key that is proposed for a key pair: one word, since Jira takes no spaces, and
 * different for each key pair, since Jira takes one consumer key once.
 *
 * @param fingerprint of the public key
 */
export function consumerKeyFor(fingerprint: string): string {
  const digest = Buffer.from(fingerprint.replace(/^SHA256:/, ''), 'base64');
  return `jira-language-server-${digest.subarray(0, 4).toString('hex')}`;
}

/**
 * Every value of Jira's form, and the steps to it in the words of the server's version: Jira 8.22
 * changed the dialog. Where the version is not known, the steps tell both ways apart.
 */
export function applicationLink({ publicKey, consumerKey, baseUrl, versionNumbers = [] }: ApplicationLinkOptions): ApplicationLink {
  const url = baseUrl === undefined ? {} : { url: applicationLinksUrl(baseUrl) };
  return {
    ...url,
    applicationUrl: applicationUrl(consumerKey),
    applicationName: agentName,
    consumerKey,
    consumerName: agentName,
    publicKey,
    steps: [openPage(url.url), ...openForm(applicationUrl(consumerKey), versionNumbers), ...fillForm(consumerKey)],
  };
}

function openPage(url: string | undefined): string {
  const menu = 'Administration (the cog) > Applications > Application links';
  return url === undefined ? `As a Jira administrator, open ${menu}.` : `As a Jira administrator, open ${url}, which is also at ${menu}.`;
}

/** The dialog that asks what to link to (Jira documentation 8.21 and 8.22, "Link to other applications"). */
function openForm(address: string, [major, minor = 0]: readonly number[]): string[] {
  const older = `Type ${address} into the field for the address of the application and press “Create new link”.`;
  const newer = [
    'Press “Create link” and choose “Atlassian product”, although this is none: “External application” makes links for OAuth 2.0 alone.',
    `Type ${address} as the Application URL and press “Continue”.`,
  ];
  if (major === undefined) {
    return [
      `Jira 8.21 and older (a field for the address stands at the top of the page): ${older}`,
      ...newer.map((step) => `Jira 8.22 and newer (there is a “Create link” button instead): ${step}`),
    ];
  }
  return major > 8 || (major === 8 && minor >= 22) ? newer : [older];
}

/** The forms behind the dialog are the same in all versions. */
function fillForm(consumerKey: string): string[] {
  return [
    'Jira says that it got no response from the address. This is expected, since nothing is there: keep the address and press “Continue”.',
    `On the page “Link applications” type ${agentName} as Application Name, leave Generic Application as Application Type, and tick “Create incoming link”.`,
    'Leave all other fields of that page empty: Service Provider Name, Consumer Key, Shared Secret, Request Token URL, Access Token URL, Authorize URL. They are for the other direction. If Jira insists on them, type “unused”, and the address from above for each URL. Press “Continue”.',
    `On the next page, for the incoming link, type the Consumer Key ${consumerKey}, the Consumer Name ${agentName}, and paste the public key. Press “Continue”.`,
    'The public key goes in whole. If Jira does not take it so, paste it without its first and last line (BEGIN and END).',
    'Where Jira asks for more, leave the Consumer Callback URL empty, and leave 2-legged OAuth and user impersonation off: each user approves the access in the browser.',
  ];
}

/**
 * Jira wants an address for every application, and another one for each. Nothing is ever there
 * (RFC 2606, section 2), so that Jira waits for nobody.
 */
function applicationUrl(consumerKey: string): string {
  const isHostName = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(consumerKey);
  return `https://${isHostName ? consumerKey.toLowerCase() : 'jira-language-server'}.invalid`;
}
