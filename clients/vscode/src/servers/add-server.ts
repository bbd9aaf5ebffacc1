/** Adding a server: its address, a way in, and the credentials. */
import { env, l10n, ProgressLocation, ThemeIcon, Uri, window } from 'vscode';
import type { Network } from '../../../../protocol/network.ts';
import type { Authentication, AuthenticationOption, Provider } from '../../../../protocol/provider.ts';
import type { ResultOf } from '../../../../protocol/definition.ts';
import type { Requests } from '../../../../protocol/index.ts';
import type { Agent } from '../agent.ts';
import { plainMessage } from '../issues/search/plain-label.ts';
import { runSteps, type Step, type StepButton } from '../steps.ts';
import { approveAccess } from './approve-access.ts';
import { describeNetwork, editNetwork } from './network-steps.ts';
import { privateKeySteps } from './private-key-steps.ts';
import type { Setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { tellSignedIn } from './tell-signed-in.ts';

type Probed = ResultOf<Requests['jira/probe']>;

/** What the steps lead to. */
interface Server {
  readonly probed: Probed;
  readonly network: Network | undefined;
  /** The provider that is signed in to again. */
  readonly former: Provider | undefined;
}

/** Leads the user through it. @param address that is known already */
export async function addServer(setup: Setup, address?: string): Promise<void> {
  const { agent } = setup;
  const known = await agent.providers();
  const offers = address === undefined ? await offersOf(agent, known) : [];
  const dialogue = new AddServer(setup, known, address);
  const choose: Step = async (questions) => {
    const chosen = await questions.choose(l10n.t('Your Jira'), [
      ...offers.map(({ name, baseUrl, source, provider }) => ({ label: name, description: baseUrl, ...(source === undefined ? {} : { detail: l10n.t('Named by {0}', source) }), value: provider ?? baseUrl })),
      { label: l10n.t('Another address…'), value: undefined },
    ]);
    if (typeof chosen === 'object') {
      dialogue.taken = chosen;
      return undefined;
    }
    return dialogue.address(chosen);
  };
  await runSteps(l10n.t('Add a Jira Server'), offers.length > 0 ? choose : dialogue.address(address));
  await dialogue.finish();
}

interface Offer {
  readonly name: string;
  readonly baseUrl: string;
  readonly source?: string | undefined;
  readonly provider?: Provider;
}

/** Servers that somebody names for the user: the repository, the organization, the settings. */
async function offersOf(agent: Agent, known: readonly Provider[]): Promise<Offer[]> {
  const named = known.filter(({ origin, state }) => origin !== 'user' && state === 'needsAuthorization').map((provider) => ({ ...provider, provider }));
  const taken = new Set(known.map(({ baseUrl }) => baseUrl));
  const set = (agent.settings.options.servers ?? []).filter((baseUrl) => !taken.has(baseUrl.replace(/\/+$/, '')));
  return [...named, ...set.map((baseUrl) => ({ name: baseUrl, baseUrl }))];
}

/** The steps, and what they have found out so far. */
class AddServer {
  readonly #setup: Setup;
  readonly #known: readonly Provider[];
  #network: Network | undefined;
  #typed = '';
  #added: Provider | undefined;
  /** A server that is known, and that the user signs in to as it is. */
  taken: Provider | undefined;

  constructor(setup: Setup, known: readonly Provider[], typed = '') {
    this.#setup = setup;
    this.#known = known;
    this.#typed = typed;
  }

  /** Asks for the address, and the server who it is. */
  address(value = this.#typed): Step {
    return async (questions) => {
      const network: StepButton = {
        iconPath: new ThemeIcon('globe'),
        tooltip: l10n.t('Proxy and certificates…'),
        press: async () => {
          const changed = await editNetwork(this.#network);
          this.#network = changed ?? this.#network;
          return changed !== undefined && this.#typed !== '';
        },
      };
      const probed = await questions.text({
        prompt: [l10n.t('The address of your Jira, as your browser shows it; that of an issue will do'), ...describeNetwork(this.#network)].join('. '),
        placeholder: 'https://jira.example.com',
        value: this.#typed || value,
        buttons: [network],
        advice: (kind) => (kind === 'certificate' || kind === 'proxy' ? l10n.t('The globe above takes certificates and proxies.') : undefined),
        accept: (text, token) => {
          this.#typed = text;
          return this.#setup.agent.request('jira/probe', { baseUrl: text, network: this.#network }, token);
        },
      });
      for (const warning of probed.warnings) void window.showWarningMessage(plainMessage(warning));
      const server = { probed, network: this.#network, former: undefined };
      return this.#known.some(({ baseUrl }) => baseUrl === probed.baseUrl) ? this.#whichAccount(server) : this.#way(server);
    };
  }

  /** What is left to do when there are no more questions: the approval of OAuth, or to tell. */
  async finish(): Promise<void> {
    if (this.taken !== undefined) return void (await signIn(this.#setup, this.taken));
    const added = this.#added;
    if (added === undefined) return;
    if (added.state === 'connected') tellSignedIn(added);
    else if (!this.#setup.pages.isOpen(added.id)) await approveAccess(this.#setup.agent, added);
  }

  #whichAccount(server: Server): Step {
    return async (questions) => {
      const accounts = this.#known.filter(({ baseUrl }) => baseUrl === server.probed.baseUrl);
      const again = async (former: Provider): Promise<undefined> => {
        this.taken = former;
        return undefined;
      };
      const choices = accounts.flatMap((former) => {
        const description = former.user?.displayName ?? l10n.t('nobody is signed in');
        return [
          { label: l10n.t('Sign in to {0} again', former.name), description, value: () => again(former) },
          { label: l10n.t('Sign in to {0} in another way', former.name), description, value: async () => this.#way({ ...server, former }) },
        ];
      });
      const next = await questions.choose<() => Promise<Step | undefined>>(l10n.t('This server is known already'), [...choices, { label: l10n.t('Add another account'), value: async () => this.#way(server) }]);
      return next();
    };
  }

  #way(server: Server): Step {
    return async (questions) => {
      const { server: info, authentication } = server.probed;
      const options = authentication.filter(({ supported }) => supported);
      const version = info.version === 'unknown' ? 'Jira' : `Jira ${info.version}`;
      const way = await questions.choose(l10n.t('How do you get into {0} ({1})?', info.title, version), options.map((option) => wayChoice(option)));
      switch (way) {
        case 'token':
          return this.#token(server);
        case 'basic':
          return this.#userName(server);
        case 'oauth1':
          return this.#oauth(server);
      }
    };
  }

  #token(server: Server): Step {
    return async (questions) => {
      const page = server.probed.personalAccessTokensUrl;
      const open: StepButton = { iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Create a token in Jira'), press: async () => (await env.openExternal(Uri.parse(page, true)), false) };
      await questions.text({
        prompt: l10n.t('A personal access token: the button above opens the page of Jira where you create one'),
        placeholder: l10n.t('Paste the token here; it is not shown'),
        password: true,
        buttons: [open],
        accept: (token) => this.#configure(server, { type: 'token', token }),
      });
      return undefined;
    };
  }

  #userName(server: Server): Step {
    return async (questions) => this.#password(server, await questions.text({ prompt: l10n.t('Your user name in Jira'), accept: (name) => name }));
  }

  #password(server: Server, username: string): Step {
    return async (questions) => {
      await questions.text({ prompt: l10n.t('The password of {0}; it is kept, and sent with each request', username), password: true, accept: (password) => this.#configure(server, { type: 'basic', username, password }) });
      return undefined;
    };
  }

  #oauth(server: Server): Step {
    return async (questions) =>
      questions.choose<Step>(l10n.t('OAuth needs an application link, which an administrator of Jira sets up once'), [
        {
          label: l10n.t('Make a key pair'),
          detail: l10n.t('A page then has every value for the administrator, who may be you'),
          value: () => this.#makeKeyPair(server),
        },
        {
          label: l10n.t('Use a key that I was given'),
          detail: l10n.t('The application link is there, and you have its consumer key and its private key'),
          value: privateKeySteps((authentication) => this.#configure(server, authentication)),
        },
      ]);
  }

  async #makeKeyPair(server: Server): Promise<undefined> {
    const { agent, pages } = this.#setup;
    await window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('Making a key pair') }, async () => {
      const { id, applicationLink } = await agent.request('jira/generateKeyPair', { baseUrl: server.probed.baseUrl });
      const provider = await this.#configure(server, { type: 'oauth1', consumerKey: applicationLink.consumerKey, keyPair: id, privateKey: undefined, passphrase: undefined });
      await pages.open({ provider: provider.id, name: provider.name, baseUrl: provider.baseUrl, applicationLink });
    });
    return undefined;
  }

  async #configure({ probed, network, former }: Server, authentication: Authentication): Promise<Provider> {
    const { provider } = await this.#setup.agent.request('jira/configure', { provider: former?.id, baseUrl: probed.baseUrl, authentication, network });
    this.#added = provider;
    return provider;
  }
}

function wayChoice({ type, recommended, reason }: AuthenticationOption) {
  const labels = { token: l10n.t('Personal access token'), oauth1: l10n.t('OAuth: approve in the browser'), basic: l10n.t('User name and password') };
  return { label: labels[type], detail: reason, ...(recommended ? { description: l10n.t('recommended') } : {}), value: type };
}
