import type { Route } from '../router.ts';
import { loginRoutes } from './login.ts';
import { oauthRoutes } from './oauth.ts';
import { searchRoutes } from './search.ts';
import { systemRoutes } from './system.ts';
import { tokenRoutes } from './tokens.ts';
import { userRoutes } from './users.ts';

/** Every resource of a Jira. */
export const routes: readonly Route[] = [
  ...systemRoutes,
  ...loginRoutes,
  ...oauthRoutes,
  ...tokenRoutes,
  ...userRoutes,
  ...searchRoutes,
];
