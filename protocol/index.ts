/** The whole protocol: every request and notification, by its name. */
import { authorize, completeAuthorization, signOut } from './authorization.ts';
import { configure, probe, providers, providersChanged, removeProvider } from './configuration.ts';
import { doctor } from './doctor.ts';
import { issues } from './issues.ts';
import { generateKeyPair } from './keys.ts';

/** Every request, in the order of the documents. */
export const requests = {
  'jira/probe': probe,
  'jira/configure': configure,
  'jira/providers': providers,
  'jira/removeProvider': removeProvider,
  'jira/generateKeyPair': generateKeyPair,
  'jira/authorize': authorize,
  'jira/completeAuthorization': completeAuthorization,
  'jira/signOut': signOut,
  'jira/issues': issues,
  'jira/doctor': doctor,
} as const;

/** Every notification. */
export const notifications = {
  'jira/providersChanged': providersChanged,
} as const;

/** Every request with its types. */
export type Requests = typeof requests;
