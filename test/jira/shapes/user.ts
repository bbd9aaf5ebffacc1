import { createHash } from 'node:crypto';
import type { User } from '../data/users.ts';
import type { Site } from '../site.ts';

/** A user as an issue shows it; null for nobody. */
export function userShape(site: Site, name: string | undefined): Record<string, unknown> | null {
  const user = name === undefined ? undefined : site.users.find(name);
  if (user === undefined) return null;
  return {
    self: selfOf(site, user),
    name: user.name,
    key: user.key,
    emailAddress: user.emailAddress,
    avatarUrls: avatars(user),
    displayName: user.displayName,
    active: user.active,
    timeZone: user.timeZone,
  };
}

/** A user as user searches show it. */
export function foundUserShape(site: Site, user: User): Record<string, unknown> {
  return {
    self: selfOf(site, user),
    key: user.key,
    name: user.name,
    emailAddress: user.emailAddress,
    avatarUrls: avatars(user),
    displayName: user.displayName,
    active: user.active,
    deleted: false,
    timeZone: user.timeZone,
    locale: user.locale,
  };
}

/** A user as `/myself` shows it, `expand` naming what to list. */
export function myselfShape(site: Site, user: User, expand: readonly string[]): Record<string, unknown> {
  const groups = ['jira-software-users', ...(user.admin ? ['jira-administrators'] : [])];
  const self = (kind: string, name: string): Record<string, string> => ({
    name,
    self: `${site.baseUrl}/rest/api/2/${kind}?${kind === 'group' ? 'groupname' : 'key'}=${encodeURIComponent(name)}`,
  });
  return {
    ...foundUserShape(site, user),
    groups: { size: groups.length, items: expand.includes('groups') ? groups.map((name) => self('group', name)) : [] },
    applicationRoles: {
      size: 1,
      items: expand.includes('applicationRoles') ? [{ key: 'jira-software', name: 'Jira Software' }] : [],
    },
    expand: 'groups,applicationRoles',
  };
}

/** The lead of a project: fewer fields. */
export function leadShape(site: Site, name: string): Record<string, unknown> {
  const user = site.users.get(name);
  return {
    self: selfOf(site, user),
    key: user.key,
    name: user.name,
    avatarUrls: avatars(user),
    displayName: user.displayName,
    active: user.active,
  };
}

function selfOf(site: Site, { name }: User): string {
  return `${site.baseUrl}/rest/api/2/user?username=${encodeURIComponent(name)}`;
}

const avatarsOf = new WeakMap<User, Record<string, string>>();

function avatars(user: User): Record<string, string> {
  const known = avatarsOf.get(user);
  if (known !== undefined) return known;
  const hash = createHash('md5').update(user.emailAddress).digest('hex');
  const made = Object.fromEntries(
    [48, 24, 16, 32].map((size) => [`${size}x${size}`, `https://www.gravatar.com/avatar/${hash}?d=mm&s=${size}`]),
  );
  avatarsOf.set(user, made);
  return made;
}
