/** Branches: the issues that one is for, and the name of one for an issue. */
import * as z from 'zod';
import { defineRequest } from './definition.ts';
import { issueParams } from './issue-detail.ts';
import { exampleIssue } from './issue-examples.ts';
import { Issue } from './issues.ts';
import { requestMethods } from './methods.ts';
import { Id, withDefault } from './primitives.ts';
import { readErrors } from './provider-errors.ts';

/** The template of a branch's name. */
export const BranchTemplate = withDefault(z.string().trim().min(1).max(1000), '{key}-{summary}').describe(
  'The name of the branch, with `{key}`, `{project}`, `{number}`, `{summary}`, `{type}`, `{priority}`, `{parent}` and `{user}`; what git does not take in a name is left out.',
);

const BranchName = z.string().describe('A name that git takes (`git check-ref-format --branch`).');

/** The issues that a branch is for. */
export const branchIssues = defineRequest({
  method: requestMethods.branchIssues,
  summary: 'Finds the issues that the name of a branch tells.',
  details: 'A key counts where a configured server has its project, in whatever case it is written: nothing else of the name is sent anywhere. The projects of a server are read once, and remembered.',
  params: z.object({ branch: z.string().min(1).max(1000).describe('The name of the branch, as git has it.') }),
  result: z.object({
    issues: z
      .array(z.object({ provider: Id, key: z.string() }))
      .describe('In the order of the name; the first one is likely meant. A project that several servers have gives one for each of them. Whether there is such an issue is not looked up.'),
  }),
  errors: [],
  example: { params: { branch: 'feature/abc-1-related-issues' }, result: { issues: [{ provider: exampleIssue.provider, key: exampleIssue.key }] } },
});

/** Names a branch. */
export const branchName = defineRequest({
  method: requestMethods.branchName,
  summary: 'Names a branch for an issue, and changes nothing.',
  details: 'A client that makes the branch before it sends `jira/startWork` can take the branch back where Jira refuses.',
  params: z.object({ ...issueParams, branchTemplate: BranchTemplate }),
  result: z.object({ branch: BranchName, issue: Issue }),
  errors: readErrors,
  example: {
    params: { key: exampleIssue.key, branchTemplate: '{type}/{key}-{summary}' },
    result: { branch: 'bug/ABC-1-search-finds-related-issues', issue: exampleIssue },
  },
});
