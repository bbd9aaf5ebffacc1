import {
  transitions,
  type IssueType,
  type Priority,
  type Resolution,
  type Status,
  type StatusCategory,
} from '../data/catalogue.ts';
import { nameIn } from '../data/german-names.ts';
import type { Issue } from '../data/issue.ts';
import type { Project, Version } from '../data/projects.ts';
import type { Site } from '../site.ts';

type Shape = Record<string, unknown>;

/** An issue type. */
export function issueTypeShape(site: Site, type: IssueType): Shape {
  const { id, description, name, subtask, avatarId } = type;
  return {
    self: `${site.baseUrl}/rest/api/2/issuetype/${id}`,
    id,
    description,
    iconUrl: issueTypeIcon(site, type),
    name: nameIn(site.settings.language, name),
    subtask,
    ...(avatarId !== undefined && { avatarId }),
  };
}

/** Where an issue type's icon is. */
export function issueTypeIcon({ baseUrl }: Site, { avatarId, icon }: IssueType): string {
  return avatarId === undefined
    ? `${baseUrl}/images/icons/issuetypes/${icon}.svg`
    : `${baseUrl}/secure/viewavatar?size=xsmall&avatarId=${avatarId}&avatarType=issuetype`;
}

/** A status with its category. */
export function statusShape(site: Site, { id, name, description, icon, category }: Status): Shape {
  return {
    self: `${site.baseUrl}/rest/api/2/status/${id}`,
    description,
    iconUrl: `${site.baseUrl}/${icon}`,
    name: nameIn(site.settings.language, name),
    id,
    statusCategory: categoryShape(site, category),
  };
}

/** A status category; its colour differs between versions. */
export function categoryShape(site: Site, { id, key, name }: StatusCategory): Shape {
  const self = `${site.baseUrl}/rest/api/2/statuscategory/${id}`;
  return { self, id, key, colorName: site.profile.colours[key], name: nameIn(site.settings.language, name) };
}

/** A priority as an issue shows it. */
export function priorityShape(site: Site, { id, name }: Priority): Shape {
  const iconUrl = `${site.baseUrl}/images/icons/priorities/${name.toLowerCase()}.svg`;
  return { self: `${site.baseUrl}/rest/api/2/priority/${id}`, iconUrl, name: nameIn(site.settings.language, name), id };
}

/** A priority as `/priority` lists it. */
export function listedPriorityShape(site: Site, priority: Priority): Shape {
  const { self, ...rest } = priorityShape(site, priority);
  return { self, statusColor: priority.colour, description: priority.description, ...rest };
}

/** A resolution. */
export function resolutionShape({ baseUrl, settings }: Site, { id, name, description }: Resolution): Shape {
  return { self: `${baseUrl}/rest/api/2/resolution/${id}`, id, description, name: nameIn(settings.language, name) };
}

/** A project as an issue shows it. */
export function projectShape(site: Site, project: Project): Shape {
  const { id, key, name } = project;
  const self = `${site.baseUrl}/rest/api/2/project/${id}`;
  return { self, id, key, name, projectTypeKey: 'software', avatarUrls: projectAvatars(site, project) };
}

/** The pictures of a project. */
export function projectAvatars({ baseUrl }: Site, { avatarId }: Project): Record<string, string> {
  const at = (size: string): string => `${baseUrl}/secure/projectavatar?${size}avatarId=${avatarId}`;
  return { '48x48': at(''), '24x24': at('size=small&'), '16x16': at('size=xsmall&'), '32x32': at('size=medium&') };
}

/** A component as an issue shows it. */
export function componentShape({ baseUrl }: Site, { id, name }: { readonly id: string; readonly name: string }): Shape {
  return { self: `${baseUrl}/rest/api/2/component/${id}`, id, name };
}

/** A version. */
export function versionShape({ baseUrl }: Site, { id, name, released, releaseDate }: Version): Shape {
  return {
    self: `${baseUrl}/rest/api/2/version/${id}`,
    id,
    description: '',
    name,
    archived: false,
    released,
    ...(releaseDate !== undefined && { releaseDate }),
  };
}

/** The transitions out of an issue's status. */
export function transitionShapes(site: Site, issue: Issue, withFields: boolean): Shape[] {
  return transitions
    .filter(({ from }) => from === undefined || from === issue.status)
    .map(({ id, name, to, needsResolution, hasComment = false }) => ({
      id,
      name: nameIn(site.settings.language, name),
      to: statusShape(site, to),
      ...(withFields && { fields: { ...(needsResolution && { resolution: resolutionField(site) }), ...(hasComment && { comment: commentField(site) }) } }),
    }));
}

function resolutionField(site: Site): Shape {
  return {
    required: true,
    schema: { type: 'resolution', system: 'resolution' },
    name: nameIn(site.settings.language, 'Resolution'),
    fieldId: 'resolution',
    operations: ['set'],
    allowedValues: site.resolutions.map((resolution) => resolutionShape(site, resolution)),
  };
}

function commentField(site: Site): Shape {
  return {
    required: false,
    schema: { type: 'comments-page', system: 'comment' },
    name: nameIn(site.settings.language, 'Comment'),
    fieldId: 'comment',
    operations: ['add', 'edit', 'remove'],
  };
}
