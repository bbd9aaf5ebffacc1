/** The values that the examples of the issue family share. */
import { exampleProvider } from './examples.ts';

/** A user as an issue shows one. */
export const exampleUser = { name: 'mia', key: 'JIRAUSER10100', displayName: 'Mia Krystof' } as const;

/** An issue as a list shows it. */
export const exampleIssue = {
  provider: exampleProvider.id,
  key: 'ABC-1',
  id: '10001',
  url: 'https://jira.example.com/jira/browse/ABC-1',
  summary: 'Search finds related issues',
  type: { name: 'Bug', subtask: false },
  status: { name: 'In Progress', category: 'indeterminate' },
  priority: { name: 'Medium' },
  assignee: exampleUser,
  reporter: exampleUser,
  project: { key: 'ABC', name: 'Alphabet' },
  labels: ['search'],
  created: '2026-08-14T11:32:13.000Z',
  updated: '2026-08-15T08:00:00.000Z',
} as const;

/** A field that must be filled in. */
export const exampleResolutionField = {
  id: 'resolution',
  name: 'Resolution',
  required: true,
  kind: 'resolution',
  multiple: false,
  hasDefault: false,
  allowedValues: [
    { id: '10000', name: 'Done' },
    { id: '10001', name: "Won't Do" },
  ],
  type: 'resolution',
} as const;

/** The transitions of an issue. */
export const exampleTransitions = [
  { id: '21', name: 'Send to review', to: { id: '10002', name: 'In Review', category: 'indeterminate' }, fields: [] },
  { id: '51', name: 'Resolve', to: { id: '10001', name: 'Done', category: 'done' }, fields: [exampleResolutionField] },
] as const;

/** A comment. */
export const exampleComment = {
  id: '10200',
  author: exampleUser,
  body: 'It happens with **every** filter.',
  created: '2026-08-14T12:00:00.000Z',
  updated: '2026-08-14T12:00:00.000Z',
} as const;

/** A link to another issue. */
export const exampleLink = {
  id: '10300',
  type: 'Blocks',
  direction: 'outward',
  relation: 'blocks',
  issue: {
    key: 'ABC-2',
    url: 'https://jira.example.com/jira/browse/ABC-2',
    summary: 'Release 2.0',
    type: { name: 'Task', subtask: false },
    status: { name: 'To Do', category: 'new' },
  },
} as const;

/** An attached file. */
export const exampleAttachment = {
  id: '10400',
  name: 'screenshot.png',
  size: 48_213,
  mimeType: 'image/png',
  author: exampleUser,
  created: '2026-08-14T12:05:00.000Z',
  url: 'https://jira.example.com/jira/secure/attachment/10400/screenshot.png',
} as const;

/** The issue with everything that its page shows. */
export const exampleIssueDetail = {
  ...exampleIssue,
  description: 'Search for `filter` and see issues that have nothing to do with it.',
  comments: [exampleComment],
  transitions: exampleTransitions,
  links: [exampleLink],
  subtasks: [],
  attachments: [exampleAttachment],
  components: [{ id: '10100', name: 'Search' }],
  fixVersions: [],
  versions: [],
  watching: true,
  timeTracking: { originalEstimate: 28_800, timeSpent: 3600 },
} as const;
