/** The address by which the user's browser reaches this machine, where the editor's window is on another one. */
import type { ToBrowser } from '../infrastructure/loopback.ts';
import type { EditorClient } from './editor-client.ts';

/** Asks the editor, where it knows; where it does not, or fails, the browser is taken to be on this machine. */
export function addressInBrowser(editor: EditorClient): ToBrowser {
  return async (address) => {
    if (!editor.capabilities.externalAddress) return address;
    try {
      const [{ externalAddress }, answer] = await Promise.all([import('../../protocol/authorization.ts'), editor.ask('jira/externalAddress', { address })]);
      return externalAddress.result.parse(answer).address;
    } catch (error) {
      editor.warn(`The editor did not tell how a browser reaches this machine (${error instanceof Error ? error.name : 'no answer'}): the approval comes back if the browser is on this machine, too.`);
      return address;
    }
  };
}
