/** JQL while it is being written: completion and problems. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { requestMethods } from './methods.ts';
import { optional, Position, ProviderRef, Range } from './primitives.ts';
import { readErrors } from './provider-errors.ts';

const Jql = z.string().max(100_000).describe('The query, in whatever state it is.');

/** One thing that can be written. */
export const JqlCompletionItem = z
  .object({
    label: z.string().describe('For people.'),
    kind: z.int().describe("LSP's `CompletionItemKind`: 5 a field, 24 an operator, 3 a function, 14 a keyword, 12 a value."),
    detail: z.string().optional().describe('What it is, in a few words: the type of a field, the full name of a value.'),
    sortText: z.string().describe('The likeliest come first.'),
    filterText: z.string().describe('What is compared with the text of the range.'),
    insertTextFormat: z.literal(1).describe('Plain text.'),
    textEdit: z.object({ range: Range, newText: z.string().describe('Between quotation marks where it needs them.') }),
  })
  .meta({ id: 'JqlCompletionItem', description: "What can be written at a place of a query: a `CompletionItem` of LSP, which an editor takes as it is." });

/** Something wrong. */
export const JqlProblem = z
  .object({
    range: Range.describe('In UTF-16 code units.'),
    severity: z.int().min(1).max(4).describe("LSP's `DiagnosticSeverity`: 1 an error, 2 a warning."),
    message: z.string().describe("In Jira's own words where they come from Jira."),
    hint: z.string().optional().describe('What to do about it.'),
    source: z.enum(['jira', 'agent']).describe('Who says so: Jira, or the agent by what it knows of JQL and of this Jira.'),
  })
  .meta({ id: 'JqlProblem', description: 'What is wrong with a query, and where.' });

/** Completes JQL. */
export const completeJql = defineRequest({
  method: requestMethods.completeJql,
  summary: 'Tells what can be written at a place of a query in JQL.',
  details:
    'Fields, operators, functions and values are those of the server, for the user; fields are also found by their names in the language of the user. What was read is kept in memory, so that most answers need no network. ' +
    'Out of reach of the server, the answer is what is known of it, and what every Jira has; `warnings` says so. Where `isIncomplete` is true, there are more values than Jira tells at once: ask again when the user has typed on.',
  params: z.object({
    provider: optional(ProviderRef),
    jql: Jql,
    position: optional(z.union([z.int().min(0), Position])).describe('Where the cursor is, in UTF-16 code units: an offset, or a position as in LSP; at the end unless it is given.'),
  }),
  result: z.object({ isIncomplete: z.boolean().describe('Whether typing on may find others.'), items: z.array(JqlCompletionItem), warnings: z.array(z.string()).describe('What keeps the agent from knowing more.') }),
  errors: readErrors,
  example: {
    params: { jql: 'status = "In P', position: { line: 0, character: 14 } },
    result: {
      isIncomplete: false,
      items: [
        {
          label: 'In Progress',
          kind: 12,
          sortText: '0000',
          filterText: '"In Progress',
          insertTextFormat: 1,
          textEdit: { range: { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } }, newText: '"In Progress"' },
        },
      ],
      warnings: [],
    },
  },
});

/** Checks JQL. */
export const validateJql = defineRequest({
  method: requestMethods.validateJql,
  summary: 'Tells what is wrong with a query in JQL, and where.',
  details:
    'Jira itself is asked, without reading any issue; its verdict counts. The agent adds where that is, what else is wrong, and what to do. Out of reach of the server, `checked` is `local`: the query was held against the grammar and what is known of the server, and may be wrong all the same.',
  params: z.object({ provider: optional(ProviderRef), jql: Jql }),
  result: z.object({
    problems: z.array(JqlProblem).describe('In the order of the query; empty where nothing is wrong.'),
    checked: z.enum(['server', 'local']).describe('Whether Jira itself was asked.'),
    warnings: z.array(z.string()).describe('What kept Jira from being asked.'),
  }),
  errors: readErrors,
  example: {
    params: { jql: 'project = NOPE' },
    result: {
      problems: [
        {
          range: { start: { line: 0, character: 10 }, end: { line: 0, character: 14 } },
          severity: 1,
          message: "The value 'NOPE' does not exist for the field 'project'.",
          source: 'jira',
        },
      ],
      checked: 'server',
      warnings: [],
    },
  },
});

export type JqlCompletionItem = z.output<typeof JqlCompletionItem>;
export type JqlProblem = z.output<typeof JqlProblem>;
