/** The handlers by the names of their requests. */
import type { RequestMethod } from '../../../protocol/methods.ts';
import type { Handler } from '../handler.ts';
import { authorize } from './authorize.ts';
import { completeAuthorization } from './complete-authorization.ts';
import { configure } from './configure.ts';
import { doctor } from './doctor.ts';
import { generateKeyPair } from './generate-key-pair.ts';
import { issues } from './issues.ts';
import { probe } from './probe.ts';
import { providers } from './providers.ts';
import { removeProvider } from './remove-provider.ts';
import { signOut } from './sign-out.ts';

/** Every request of the protocol has its handler here. */
export const handlers: { readonly [M in RequestMethod]: Handler<M> } = {
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
};
