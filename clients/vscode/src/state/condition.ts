/** How it stands with a server, in words, and what the user can do about it. It knows nothing of the editor, so that it can be tried alone. */
import type { Provider } from '../../../../protocol/provider.ts';
import type { Words } from '../issues/words.ts';

/** What mends it; see `remedies.ts`. */
export type Remedy = 'signIn' | 'tryAgain' | 'examine' | 'restart' | 'showServers';

/** How bad it is, the worst last. */
export type Severity = 'fine' | 'notice' | 'warning' | 'error';

/** How it stands with a server, or with the agent itself. */
export interface Condition {
  readonly severity: Severity;
  /** A codicon; it is never alone. */
  readonly icon: string;
  /** For the status bar, two or three words. */
  readonly brief: string;
  /** A sentence. */
  readonly text: string;
  readonly remedy: Remedy;
  /** What the remedy is called. */
  readonly action: string;
  /** The server that it is about. */
  readonly provider?: Pick<Provider, 'id' | 'name'>;
}

const day = 86_400_000;
/** Milliseconds before the end of a token, from when on it is told; the agent warns as early. */
const ahead = 7 * day;

/** Of one server. @param now milliseconds since the epoch */
export function conditionOf(provider: Provider, now: number, words: Words): Condition {
  const { id, name, authentication, user, pausedUntil, state } = provider;
  const about = { id, name };
  const signIn = { icon: 'sign-in', brief: words.t('Sign in'), remedy: 'signIn', action: words.t('Sign In'), provider: about } as const;
  switch (state) {
    case 'needsAuthorization':
      return { ...signIn, severity: provider.origin === 'user' ? 'warning' : 'notice', text: words.t('{0}: you are not signed in.', name) };
    case 'credentialsExpired':
      return { ...signIn, icon: 'error', severity: 'error', text: words.t('{0}: your credentials have expired.', name) };
    case 'credentialsRejected':
      return { ...signIn, icon: 'error', severity: 'error', text: words.t('{0}: Jira does not accept your credentials any more.', name) };
    case 'unreachable':
      return {
        severity: 'warning',
        icon: 'debug-disconnect',
        brief: words.t('Offline'),
        text: words.t('{0}: the server cannot be reached. What was seen before is shown, and it is tried again by itself.', name),
        remedy: 'tryAgain',
        action: words.t('Try Again'),
        provider: about,
      };
    case 'connected':
      if (pausedUntil !== undefined && Date.parse(pausedUntil) > now) return slowedDown(about, pausedUntil, words);
      if (endsSoon(authentication, now)) return tokenEnding(about, Date.parse(authentication.expiresAt!) - now, words);
      return {
        severity: 'fine',
        icon: 'pass',
        brief: words.t('Signed in'),
        text: user === undefined ? words.t('{0}: signed in.', name) : words.t('{0}: signed in as {1}.', name, user.displayName),
        remedy: 'showServers',
        action: words.t('Show'),
        provider: about,
      };
  }
}

/** Access by OAuth is renewed by itself. */
function endsSoon({ type, expiresAt }: Provider['authentication'], now: number): boolean {
  return type === 'token' && expiresAt !== undefined && Date.parse(expiresAt) - now <= ahead;
}

function slowedDown(provider: Condition['provider'] & object, until: string, words: Words): Condition {
  const time = new Date(until).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return {
    severity: 'warning',
    icon: 'watch',
    brief: words.t('Slowed down'),
    text: words.t('{0}: Jira asked to slow down until {1}. What you ask for comes later.', provider.name, time),
    remedy: 'examine',
    action: words.t('Examine'),
    provider,
  };
}

function tokenEnding(provider: Condition['provider'] & object, left: number, words: Words): Condition {
  const days = Math.floor(left / day);
  return {
    severity: 'warning',
    icon: 'warning',
    brief: days < 1 ? words.t('Token ends today') : days === 1 ? words.t('Token ends tomorrow') : words.t('Token ends in {0} days', days),
    text: words.t('{0}: the personal access token ends soon. Create a new one, and sign in with it.', provider.name),
    remedy: 'signIn',
    action: words.t('Renew'),
    provider,
  };
}

/** Of an agent that does not run, and is not started again by itself. */
export function agentFailed(words: Words): Condition {
  return {
    severity: 'error',
    icon: 'error',
    brief: words.t('Not running'),
    text: words.t('The Jira agent does not run.'),
    remedy: 'restart',
    action: words.t('Start Again'),
  };
}

const severities: readonly Severity[] = ['fine', 'notice', 'warning', 'error'];

/** The worst first; what somebody else offers and nobody took up counts little beside a server that is in use. */
export function byUrgency(conditions: readonly Condition[]): Condition[] {
  return [...conditions].sort((one, other) => severities.indexOf(other.severity) - severities.indexOf(one.severity));
}

/** The condition that is shown where there is room for one; `undefined` where there is no server. */
export function foremost(conditions: readonly Condition[]): Condition | undefined {
  const [worst] = byUrgency(conditions);
  return worst?.severity === 'notice' ? (conditions.find(({ severity }) => severity === 'fine') ?? worst) : worst;
}
