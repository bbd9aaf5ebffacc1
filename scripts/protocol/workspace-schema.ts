/** The file `.jira.json` as a JSON Schema of its own, for editors. */
import * as z from 'zod';
import { WorkspaceFile } from '../../protocol/workspace.ts';

/** The schema (2020-12). What it does not name is refused: nothing in such a file is there by mistake. */
export function workspaceSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(WorkspaceFile, {
    io: 'input',
    target: 'draft-2020-12',
    override({ jsonSchema }) {
      delete jsonSchema.id;
    },
  }) as { $schema?: string };
  return {
    $schema,
    $id: 'urn:jira-language-server:workspace:1',
    $comment: 'Generated from protocol/workspace.ts by scripts/generate.ts; do not edit.',
    title: 'Jira servers for all who work in a repository (.jira.json)',
    ...schema,
  };
}
