import { findFilter, savedFilters, type SavedFilter } from '../data/filters.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { tomcatPage } from '../pages.ts';
import { html, json, Refusal, type Reply } from '../replies.ts';
import type { PathParameters, Route } from '../router.ts';
import { userShape } from '../shapes/user.ts';
import type { Site } from '../site.ts';

/** Saved filters. */
export const filterRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/filter/favourite', access: 'user', handle: favourites },
  { method: 'GET', pattern: '/rest/api/2/filter/:id', access: 'site', handle: one },
];

function favourites({ site }: Exchange): Reply {
  return json(200, savedFilters.filter(({ favourite }) => favourite).map((filter) => shape(site, filter)));
}

function one({ site, path }: Exchange, { id = '' }: PathParameters): Reply {
  if (!/^\d+$/.test(id)) throw new Refusal(html(404, tomcatPage(404, 'Not Found', path)));
  const filter = findFilter(id);
  if (filter === undefined) {
    throw jiraError(400, ['The selected filter is not available to you, perhaps it has been deleted or had its permissions changed.']);
  }
  return json(200, shape(site, filter));
}

function shape(site: Site, { id, name, description, owner, jql, favourite }: SavedFilter): Record<string, unknown> {
  const encoded = encodeURIComponent(jql);
  return {
    self: `${site.baseUrl}/rest/api/2/filter/${id}`,
    id,
    name,
    description,
    owner: userShape(site, owner),
    jql,
    viewUrl: `${site.baseUrl}/issues/?filter=${id}`,
    searchUrl: `${site.baseUrl}/rest/api/2/search?jql=${encoded}`,
    favourite,
    favouritedCount: favourite ? 1 : 0,
    sharePermissions: [],
    editable: true,
    sharedUsers: { size: 0, items: [], 'max-results': 1000, 'start-index': 0, 'end-index': 0 },
    subscriptions: { size: 0, items: [], 'max-results': 1000, 'start-index': 0, 'end-index': 0 },
  };
}
