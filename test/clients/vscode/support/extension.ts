/** The extension under test, built once for all specs of a run. */
import { buildExtension } from '../../../../scripts/build/vscode.ts';

let built: Promise<string> | undefined;

/** The folder of the extension, with the agent that was built. */
export function builtExtension(): Promise<string> {
  return (built ??= buildExtension());
}
