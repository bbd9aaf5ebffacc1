/** Queries that are there from the start. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { requestMethods } from './methods.ts';
import { optional, ProviderRef } from './primitives.ts';
import { readErrors } from './provider-errors.ts';

/** The ids of the presets, in the order in which they are offered. */
export const presetIds = [
  'assignedToMe', 'currentSprint', 'dueSoon', 'reportedByMe', 'watchedByMe', 'recentlyViewed', 'recentlyUpdated', 'recentlyCreated', 'recentlyDone', 'unassigned', 'openInProject',
] as const;

/** Which preset. */
export const PresetId = z.enum(presetIds).meta({ id: 'PresetId', description: 'A query that is there from the start. It works in every language and workflow.' });

/** A project, to which a query is narrowed down. */
export const PresetProject = z.string().trim().min(1).max(255).describe('The key of a project, to which the preset is narrowed down; `openInProject` needs one.');

/** A preset. */
export const Preset = z
  .object({
    id: PresetId,
    title: z.string().describe('For people.'),
    jql: z.string().describe('The query.'),
  })
  .meta({ id: 'Preset', description: 'A query that is there from the start.' });

/** Lists the presets. */
export const presets = defineRequest({
  method: requestMethods.presets,
  summary: 'Lists the queries that are there from the start, as this Jira can answer them.',
  details:
    '`jira/issues` takes their ids as `preset`. They tell what is done by the category of a status and never by its name. `currentSprint` is there where Jira Software is, and `openInProject` where a project is given. Out of reach of the server, what is known of it decides.',
  params: z.object({ provider: optional(ProviderRef), project: optional(PresetProject) }),
  result: z.object({ presets: z.array(Preset) }),
  errors: readErrors,
  example: {
    params: { project: 'ABC' },
    result: { presets: [{ id: 'openInProject', title: 'Open in ABC', jql: 'project = ABC AND statusCategory != Done ORDER BY updated DESC' }] },
  },
});

export type PresetId = z.output<typeof PresetId>;
export type Preset = z.output<typeof Preset>;
