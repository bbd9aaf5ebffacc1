import type { PersonalToken } from '../auth/tokens.ts';
import type { User } from '../data/users.ts';
import { jiraError, unauthorized } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { tomcatPage } from '../pages.ts';
import { empty, html, json, Refusal, type Reply } from '../replies.ts';
import type { Handler, PathParameters, Route } from '../router.ts';
import { timestamp } from '../shapes/dates.ts';
import { readJsonObject } from './body.ts';

/** A user's own personal access tokens; absent where the version has none. */
export const tokenRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/rest/pat/latest/tokens', access: 'everybody', handle: whereEnabled(list) },
  { method: 'POST', pattern: '/rest/pat/latest/tokens', access: 'everybody', handle: whereEnabled(create) },
  { method: 'DELETE', pattern: '/rest/pat/latest/tokens/:id', access: 'everybody', handle: whereEnabled(remove) },
];

const maximum = 10;
const longest = 365;

function list(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  return json(200, site.tokens.ofUser(identity.user as User).map(shape));
}

function create(exchange: Exchange): Reply {
  const { site, identity } = exchange;
  const user = identity.user as User;
  const { name, expirationDuration } = readJsonObject(exchange);
  if (typeof name !== 'string' || name.trim() === '') throw jiraError(400, [], { name: 'Token name is required.' });
  if (expirationDuration !== undefined && !(Number(expirationDuration) >= 1 && Number(expirationDuration) <= longest)) {
    throw jiraError(400, [], { expirationDuration: `Expiry must be between 1 and ${longest} days.` });
  }
  if (site.tokens.ofUser(user).length >= maximum) throw jiraError(400, [`You can't have more than ${maximum} tokens.`]);
  const seconds = expirationDuration === undefined ? undefined : Number(expirationDuration) * 86_400;
  const token = site.tokens.create(user, name, seconds);
  return json(201, { ...shape(token), rawToken: token.raw });
}

function remove({ site, identity }: Exchange, { id }: PathParameters): Reply {
  const token = site.tokens.ofUser(identity.user as User).find((candidate) => String(candidate.id) === id);
  if (token === undefined) throw jiraError(404, ['Token not found.']);
  site.tokens.revoke(token.raw);
  return empty();
}

function shape({ id, name, created, expires }: PersonalToken): Record<string, unknown> {
  return {
    id,
    name,
    createdAt: timestamp(created),
    ...(expires !== undefined && { expiringAt: timestamp(expires) }),
  };
}

/** Where tokens are switched off the resource is gone, before anybody is asked to log in. */
function whereEnabled(handle: Handler): Handler {
  return (exchange, parameters) => {
    if (!exchange.site.settings.tokensEnabled) {
      throw new Refusal(html(404, tomcatPage(404, 'Not Found', exchange.path)));
    }
    if (exchange.identity.user === undefined) throw unauthorized(exchange);
    return handle(exchange, parameters);
  };
}
