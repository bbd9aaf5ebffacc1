/** The people of the job: whoever runs the client, and the administrator. */
import type { ApplicationLink } from '../../protocol/keys.ts';
import type { AuthenticationOption, AuthenticationType } from '../../protocol/provider.ts';
import type { Options } from './options.ts';

/** What only a person can say or do. */
export interface People {
  /** Whether the agent shall open the browser for them. */
  readonly opensBrowser: boolean;
  /** How to get in. @param ways those that the server supports, the recommended one first */
  chooseWay(ways: readonly AuthenticationOption[]): Promise<AuthenticationType>;
  /** A personal access token. @param page where it is created */
  token(page: string): Promise<string>;
  password(): Promise<{ username: string; password: string }>;
  /** Returns once the administrator has created the application link. */
  createApplicationLink(link: ApplicationLink): Promise<void>;
  /** Whether there is a browser on this machine. */
  hasBrowser(): Promise<boolean>;
  /** Approves in a browser that comes back by itself. */
  approve(url: string): Promise<void>;
  /** Approves in a browser elsewhere, and gives the code that Jira shows. */
  approveElsewhere(url: string): Promise<string>;
  staysSignedIn(): Promise<boolean>;
}

/** Where the job is done, and with whom. */
export interface Stage extends AsyncDisposable {
  readonly url: string;
  /** The agent's storage folder; `undefined` is its own place. */
  readonly storage: string | undefined;
  readonly people: People;
}

/** Prepares the job. */
export type SetStage = (options: Options) => Promise<Stage>;
