/** The extension under test, built once for all specs of a run. */
import { type BuiltExtension, buildExtension } from '../../../../scripts/build/vscode.ts';

let built: Promise<BuiltExtension> | undefined;

/** The extension with the agent that was built. */
export function builtExtension(): Promise<BuiltExtension> {
  return (built ??= buildExtension());
}
