import type { Route } from '../router.ts';
import { agileRoutes } from './agile.ts';
import { applicationLinkRoutes } from './application-links.ts';
import { attachmentRoutes } from './attachments.ts';
import { catalogueRoutes } from './catalogue.ts';
import { commentRoutes } from './comments.ts';
import { filterRoutes } from './filters.ts';
import { issueRoutes } from './issues.ts';
import { jqlRoutes } from './jql.ts';
import { linkRoutes } from './links.ts';
import { loginRoutes } from './login.ts';
import { metaRoutes } from './meta.ts';
import { oauthRoutes } from './oauth.ts';
import { oauth2Routes } from './oauth2.ts';
import { permissionRoutes } from './permissions.ts';
import { pickerRoutes } from './picker.ts';
import { projectRoutes } from './projects.ts';
import { remoteLinkRoutes } from './remote-links.ts';
import { searchRoutes } from './search.ts';
import { systemRoutes } from './system.ts';
import { tokenRoutes } from './tokens.ts';
import { transitionRoutes } from './transitions.ts';
import { userRoutes } from './users.ts';
import { watcherRoutes } from './watchers.ts';
import { worklogRoutes } from './worklogs.ts';

/** Every resource of a Jira. */
export const routes: readonly Route[] = [
  ...systemRoutes,
  ...loginRoutes,
  ...oauthRoutes,
  ...oauth2Routes,
  ...tokenRoutes,
  ...userRoutes,
  ...searchRoutes,
  ...issueRoutes,
  ...transitionRoutes,
  ...commentRoutes,
  ...worklogRoutes,
  ...attachmentRoutes,
  ...linkRoutes,
  ...watcherRoutes,
  ...remoteLinkRoutes,
  ...applicationLinkRoutes,
  ...metaRoutes,
  ...projectRoutes,
  ...catalogueRoutes,
  ...filterRoutes,
  ...permissionRoutes,
  ...jqlRoutes,
  ...pickerRoutes,
  ...agileRoutes,
];
