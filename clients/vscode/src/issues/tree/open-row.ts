import { commands } from 'vscode';
import type { Actions } from '../actions.ts';
import type { IssueTree } from './issue-tree.ts';
import { type Node, providerOf, remedyOfNote } from './nodes.ts';

/** Does what a row is there for, when it is pressed: an issue is shown, more is read, a note does what helps. */
export async function openRow(node: Node | undefined, actions: Actions, tree: IssueTree): Promise<void> {
  switch (node?.kind) {
    case 'issue':
      return actions.show(node);
    case 'more':
      return node.parent.list.more();
    case 'note': {
      const remedy = remedyOfNote(node);
      if (remedy === 'retry') return tree.refresh(node.parent);
      if (remedy !== 'none') await commands.executeCommand(`jiraClient.${remedy}`, remedy === 'signIn' ? providerOf(node).id : undefined);
    }
  }
}
