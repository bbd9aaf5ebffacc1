/** The organization's database as the core sees it. */

/** Why the database did not do what it was to do. `message` is for people, and holds neither the address nor anything of a row. */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure';
  readonly reason: 'offline' | 'timeout' | 'certificate' | 'credentials' | 'forbidden' | 'notSetUp' | 'unsupported' | 'conflict' | 'other';

  constructor(reason: DatabaseFailure['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** A private key, encrypted. */
export interface PublishedKey {
  readonly fingerprint: string;
  readonly privateKey: string;
  readonly identity?: string | undefined;
  /** RFC 3339 in UTC, with milliseconds. */
  readonly addedAt: string;
}

/** A provider, as it is in the database. */
export interface PublishedProvider {
  /** The row. */
  readonly id: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly type: string;
  readonly consumerKey: string;
  readonly ca?: string | undefined;
  /** What the server said of itself when it was published. */
  readonly server?: unknown;
  readonly withdrawn: boolean;
  readonly keys: readonly PublishedKey[];
}

/** An organization whose rows the database shows to this user. */
export interface PublishedOrganization {
  readonly id: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly recipients: readonly string[];
  readonly identity?: string | undefined;
  readonly providers: readonly PublishedProvider[];
}

/** Who is on which key. */
export interface KeyReport {
  /** The row of the provider. */
  readonly provider: string;
  /** Chosen by chance; says nothing of the person. */
  readonly reporter: string;
  readonly label?: string | undefined;
  readonly fingerprint: string;
  /** `2026-03-01` */
  readonly seenOn: string;
}

/** What `setUp` made sure of. */
export interface SetUp {
  readonly administrators: string;
  readonly members: string;
  readonly version: number;
}

/** A connection. Each call may throw a {@link DatabaseFailure}. */
export interface DatabaseSession {
  /** Whether something stands between, which shares connections among its clients: notifications do not come through it. */
  readonly pooled: boolean;
  /** Settles when the connection is over, whoever ended it; it never rejects. */
  readonly ended: Promise<void>;
  /** Everything that this user may see, but for reports. */
  read(): Promise<PublishedOrganization[]>;
  /** A text that is another one after each change of what this user may see. It costs the database next to nothing. */
  revision(): Promise<string>;
  /** From now on changes are told. */
  listen(onChange: () => void): Promise<void>;
  /** Says which key this user signs with. */
  report(report: Omit<KeyReport, 'seenOn'>): Promise<void>;
  /** Who is on which key; for administrators. */
  reports(organization: string): Promise<KeyReport[]>;
  /** Brings the tables to their newest version, and makes an organization with its roles where it is missing. */
  setUp(organization: string, roles: { readonly administrators?: string | undefined; readonly members?: string | undefined }): Promise<SetUp>;
  /** Sets who can open the keys that are published from now on. */
  setEncryption(organization: string, recipients: readonly string[], identity: string | undefined): Promise<void>;
  /** Adds a provider or changes the one of the same base URL, way in and consumer key. @returns its row */
  publish(organization: string, provider: Omit<PublishedProvider, 'id' | 'withdrawn' | 'keys'>, key: Omit<PublishedKey, 'addedAt'> | undefined): Promise<string>;
  /** Adds a key beside the one that there is. Fails as `conflict` where there are two already. */
  addKey(organization: string, provider: string, key: Omit<PublishedKey, 'addedAt'>): Promise<void>;
  /** Takes a key back. Fails as `conflict` for the last one. */
  removeKey(provider: string, fingerprint: string): Promise<void>;
  /** Withdraws a provider; its keys and reports are deleted. */
  withdraw(provider: string): Promise<void>;
  close(): Promise<void>;
}

/** A database that can be connected to. */
export interface Database {
  /** What it is called in messages: host and name. */
  readonly name: string;
  /** What tells it from other databases, and its user from other users; no secret. */
  readonly key: string;
  /** @throws {DatabaseFailure} */
  connect(): Promise<DatabaseSession>;
}
