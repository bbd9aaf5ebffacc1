/** The versions of Jira that can be played. */
export type Profile = '8.5' | '8.20' | '9.12' | '10.3' | '11.3';

/** What differs between versions for a client. */
export interface ProfileFacts {
  readonly version: string;
  readonly buildNumber: number;
  /** ISO date of the build. */
  readonly buildDate: string;
  /** Personal access tokens came with 8.14. */
  readonly hasTokens: boolean;
  /** Jira 11 switches Basic authentication and session logins off. */
  readonly basicByDefault: boolean;
  /** The OAuth 2.0 provider came with 8.22. */
  readonly hasOAuth2: boolean;
  /** `GET /issue/createmeta` was removed with 9.0. */
  readonly hasOldCreateMeta: boolean;
  /** From 10.0 on a resource that says nothing else needs a licensed user. */
  readonly anonymousServerInfo: boolean;
  readonly unauthorizedShape: 'jira' | 'platform';
  /** `scmInfo` and the database's build number are gone from `serverInfo` since 10.0. */
  readonly fullServerInfo: boolean;
  /** `searchLimits/maxResultWindow` came with 11.3. */
  readonly hasSearchLimits: boolean;
  /** What `GET /comment` gives when no `maxResults` was asked for. */
  readonly commentPage: number;
  /** Status categories' colours by key. */
  readonly colours: Readonly<Record<'new' | 'indeterminate' | 'done' | 'undefined', string>>;
}

const oldColours = { new: 'blue-gray', indeterminate: 'yellow', done: 'green', undefined: 'medium-gray' };
const newColours = { new: 'default', indeterminate: 'inprogress', done: 'success', undefined: 'default' };

const eight: Omit<ProfileFacts, 'version' | 'buildNumber' | 'buildDate'> = {
  hasTokens: true,
  basicByDefault: true,
  hasOAuth2: false,
  hasOldCreateMeta: true,
  anonymousServerInfo: true,
  unauthorizedShape: 'jira',
  fullServerInfo: true,
  hasSearchLimits: false,
  commentPage: 1_048_576,
  colours: oldColours,
};

const nine: typeof eight = { ...eight, hasOAuth2: true, hasOldCreateMeta: false };

const ten: typeof eight = {
  ...nine,
  anonymousServerInfo: false,
  unauthorizedShape: 'platform',
  fullServerInfo: false,
  commentPage: 50,
  colours: newColours,
};

/** The facts by version. */
export const profiles: Readonly<Record<Profile, ProfileFacts>> = {
  '8.5': { ...eight, version: '8.5.3', buildNumber: 805003, buildDate: '2020-01-09', hasTokens: false },
  '8.20': { ...eight, version: '8.20.7', buildNumber: 820007, buildDate: '2022-03-16' },
  '9.12': { ...nine, version: '9.12.2', buildNumber: 9120002, buildDate: '2024-01-05' },
  '10.3': { ...ten, version: '10.3.24', buildNumber: 10030024, buildDate: '2026-06-15' },
  '11.3': {
    ...ten,
    version: '11.3.3',
    buildNumber: 11030003,
    buildDate: '2026-07-20',
    basicByDefault: false,
    hasSearchLimits: true,
  },
};
