/** What a server has: projects, people, filters, boards, sprints, types of link. */
import * as z from 'zod';
import { Cached } from './cache.ts';
import { defineRequest } from './definition.ts';
import { Project as ProjectRef, ProjectProvider } from './issue-creation.ts';
import { IssueKey } from './issue-detail.ts';
import { exampleUser } from './issue-examples.ts';
import { requestMethods } from './methods.ts';
import { optional, ProviderRef, Time, withDefault } from './primitives.ts';
import { readErrors } from './provider-errors.ts';
import { User } from './provider.ts';

/** A project. */
export const Project = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    category: z.string().optional().describe('The name of its category.'),
    avatarUrl: z.string().optional(),
    archived: z.boolean().describe('Whether it can only be read.'),
  })
  .meta({ id: 'Project', description: 'A project.' });

/** Lists projects. */
export const projects = defineRequest({
  method: requestMethods.projects,
  summary: 'Lists the projects that the user may see.',
  params: z.object({
    provider: optional(ProviderRef),
    recent: optional(z.int().min(1).max(20)).describe('Just so many of those that the user looked at last; all of them unless it is given.'),
  }),
  result: z.object({ projects: z.array(Project), cached: Cached.optional() }),
  errors: readErrors,
  example: { params: {}, result: { projects: [{ id: '10000', key: 'ABC', name: 'Alphabet', archived: false }] } },
});

/** Finds users to assign an issue to. */
export const assignableUsers = defineRequest({
  method: requestMethods.assignableUsers,
  summary: 'Finds users to whom an issue, or a new issue of a project, can be assigned.',
  params: z.object({
    provider: optional(ProjectProvider),
    key: optional(IssueKey),
    project: optional(ProjectRef).describe('In the place of `key`: the project of a new issue.'),
    query: optional(z.string().max(255)).describe('The beginning of a name or an address; everybody unless it is given.'),
    limit: withDefault(z.int().min(1).max(1000), 50).describe('How many users at the most; Jira itself may give fewer.'),
  }),
  result: z.object({ users: z.array(User) }),
  errors: readErrors,
  example: { params: { key: 'ABC-1', query: 'mi' }, result: { users: [exampleUser] } },
});

/** A saved filter. */
export const Filter = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string().optional().describe('What its owner says of it.'),
    jql: z.string().describe('Its query.'),
    owner: User.optional(),
    url: z.string().describe("The filter's page."),
  })
  .meta({ id: 'Filter', description: 'A filter that somebody saved in Jira.' });

/** Lists the favourite filters. */
export const filters = defineRequest({
  method: requestMethods.filters,
  summary: 'Lists the favourite filters of the user; `jira/issues` takes their ids.',
  params: z.object({ provider: optional(ProviderRef) }),
  result: z.object({ filters: z.array(Filter), cached: Cached.optional() }),
  errors: readErrors,
  example: {
    params: {},
    result: {
      filters: [
        { id: '10000', name: 'My open issues', jql: 'assignee = currentUser() AND resolution = Unresolved', owner: exampleUser, url: 'https://jira.example.com/jira/issues/?filter=10000' },
      ],
    },
  },
});

/** A board of Jira Software. */
export const Board = z
  .object({
    id: z.int(),
    name: z.string(),
    type: z.string().describe('`scrum`, `kanban`, or what a later version has.'),
  })
  .meta({ id: 'Board', description: 'A board of Jira Software.' });

/** Lists boards. */
export const boards = defineRequest({
  method: requestMethods.boards,
  summary: 'Lists the boards that the user may see.',
  details: 'Where Jira Software is not installed this is `unsupported`.',
  params: z.object({
    provider: optional(ProviderRef),
    project: optional(ProjectRef).describe('Just those of a project.'),
    name: optional(z.string().trim().min(1).max(255)).describe('Just those whose name holds this.'),
    limit: withDefault(z.int().min(1).max(10_000), 1000).describe('How many boards at the most.'),
  }),
  result: z.object({ boards: z.array(Board), cached: Cached.optional() }),
  errors: readErrors,
  example: { params: { project: 'ABC' }, result: { boards: [{ id: 1, name: 'ABC board', type: 'scrum' }] } },
});

const SprintState = z.enum(['active', 'future', 'closed']);

/** A sprint of Jira Software. */
export const Sprint = z
  .object({
    id: z.int(),
    name: z.string(),
    state: SprintState,
    start: Time.optional().describe('When it began, or shall begin.'),
    end: Time.optional().describe('When it shall end.'),
    completed: Time.optional().describe('When it was closed.'),
    goal: z.string().optional().describe('What it is for.'),
  })
  .meta({ id: 'Sprint', description: 'A sprint of Jira Software.' });

/** Lists the sprints of a board. */
export const sprints = defineRequest({
  method: requestMethods.sprints,
  summary: 'Lists the sprints of a board.',
  details: 'Where Jira Software is not installed, or the board has no sprints, as a Kanban board, this is `unsupported`.',
  params: z.object({
    provider: optional(ProviderRef),
    board: z.int().min(1).describe('The id of the board.'),
    states: withDefault(z.array(SprintState).min(1).max(3), ['active', 'future']).describe('Which sprints.'),
  }),
  result: z.object({ sprints: z.array(Sprint), cached: Cached.optional() }),
  errors: readErrors,
  example: {
    params: { board: 1 },
    result: { sprints: [{ id: 2, name: 'ABC Sprint 2', state: 'active', start: '2026-08-10T08:00:00.000Z', end: '2026-08-24T08:00:00.000Z', goal: 'Ship it' }] },
  },
});

/** A type of link. */
export const LinkType = z
  .object({
    id: z.string(),
    name: z.string(),
    outward: z.string().describe('The relation of the first issue to the second, for instance `blocks`.'),
    inward: z.string().describe('The relation of the second issue to the first, for instance `is blocked by`.'),
  })
  .meta({ id: 'LinkType', description: 'A type of link between issues.' });

/** Lists the types of link. */
export const linkTypes = defineRequest({
  method: requestMethods.linkTypes,
  summary: 'Lists the types of link between issues.',
  details: 'Where an administrator switched linking off this is `unsupported`.',
  params: z.object({ provider: optional(ProviderRef) }),
  result: z.object({ linkTypes: z.array(LinkType), cached: Cached.optional() }),
  errors: readErrors,
  example: { params: {}, result: { linkTypes: [{ id: '10000', name: 'Blocks', outward: 'blocks', inward: 'is blocked by' }] } },
});

export type Project = z.output<typeof Project>;
export type Filter = z.output<typeof Filter>;
export type Board = z.output<typeof Board>;
export type Sprint = z.output<typeof Sprint>;
export type LinkType = z.output<typeof LinkType>;
