import { categories, issueTypes, priorities, statuses } from '../data/catalogue.ts';
import { nameIn } from '../data/german-names.ts';
import { fieldsOfSite } from '../data/fields.ts';
import { jiraError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { json, type Reply } from '../replies.ts';
import type { Handler, PathParameters, Route } from '../router.ts';
import {
  categoryShape,
  issueTypeShape,
  listedPriorityShape,
  resolutionShape,
  statusShape,
} from '../shapes/catalogue.ts';
import type { Site } from '../site.ts';

/** What administrators have defined: fields, types, statuses and their like. */
export const catalogueRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/api/2/field', access: 'site', handle: fields },
  ...listed('issuetype', (site) => issueTypes.map((type) => issueTypeShape(site, type))),
  ...listed('priority', (site) => priorities.map((priority) => listedPriorityShape(site, priority))),
  ...listed('status', (site) => statuses.map((status) => statusShape(site, status))),
  ...listed('resolution', (site) => site.resolutions.map((resolution) => resolutionShape(site, resolution))),
  ...listed('statuscategory', (site) => Object.values(categories).map((category) => categoryShape(site, category))),
  { method: 'GET', pattern: '/rest/api/2/searchLimits/maxResultWindow', access: 'user', handle: searchLimit },
  { method: 'GET', pattern: '/rest/api/2/readonly-mode', access: 'user', handle: readOnlyMode },
];

type Shape = Record<string, unknown>;

function fields({ site }: Exchange): Reply {
  const { language } = site.settings;
  const own = site.customFields.map(({ id, name, schema }) => ({
    id,
    name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${id.replace('customfield_', '')}]`, name],
    schema: { ...schema, customId: Number(id.replace('customfield_', '')) },
  }));
  return json(200, [...fieldsOfSite(site.settings.software).map((field) => ({ ...field, name: field.custom ? field.name : nameIn(language, field.name) })), ...own]);
}

/** The routes of a list, and of each thing in it by its id or name. */
function listed(name: string, all: (site: Site) => Shape[]): Route[] {
  const list: Handler = ({ site }) => json(200, all(site));
  const one = ({ site }: Exchange, { idOrName }: PathParameters): Reply => {
    const found = all(site).find((shape) => String(shape['id']) === idOrName || shape['name'] === idOrName);
    if (found === undefined) throw jiraError(404, [`The ${name} with id '${idOrName}' does not exist`]);
    return json(200, found);
  };
  return [
    { method: 'GET', pattern: `/rest/api/2/${name}`, access: 'site', handle: list },
    { method: 'GET', pattern: `/rest/api/2/${name}/:idOrName`, access: 'site', handle: one },
  ];
}

function searchLimit({ site }: Exchange): Reply {
  if (!site.profile.hasSearchLimits) throw jiraError(404, ['Not found']);
  return json(200, site.settings.searchWindow ?? 10_000);
}

function readOnlyMode({ site }: Exchange): Reply {
  if (site.profile.anonymousServerInfo) throw jiraError(404, ['Not found']);
  return json(200, { enabled: false });
}
