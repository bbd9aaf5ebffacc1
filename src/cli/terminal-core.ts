/** The agent's core for a command in a terminal: with no editor, and with nothing to tell that the terminal does not show. */
import type { Core } from '../core/core.ts';
import type { Log } from '../infrastructure/log.ts';
import { StorageFailure, type SecretVault } from '../infrastructure/storage/storage.ts';
import { createCore } from '../server/agent.ts';

/**
 * Makes the core. Secrets are left where the editor's settings have brought them.
 *
 * @param storage the folder of the agent's files; `undefined` for the platform's
 * @throws {StorageFailure} for a folder that cannot be one
 */
export function createTerminalCore(storage: string | undefined, settings: object = {}): Core {
  const nobody = (): void => undefined;
  return createCore({
    storage,
    initializationOptions: settings,
    log: terminalLog,
    vault: editorsVault,
    leavesSecrets: true,
    onAvailabilityChange: nobody,
    onRefusal: nobody,
    onLeak: nobody,
    onWithdrawal: nobody,
  });
}

/** What an editor keeps can be read through that editor alone. */
const editorsVault: SecretVault = {
  name: "the editor's own storage",
  get: () => Promise.reject(outOfReach()),
  set: () => Promise.reject(outOfReach()),
  delete: () => Promise.reject(outOfReach()),
};

function outOfReach(): StorageFailure {
  return new StorageFailure('Secrets are kept by an editor, which a terminal cannot ask. Ask the doctor from that editor (`jira/doctor`).');
}

/** What is more than a remark goes to stderr, beside the output. */
const terminalLog: Log = {
  error: (message) => void process.stderr.write(`${message}\n`),
  warn: (message) => void process.stderr.write(`${message}\n`),
  info: () => undefined,
  debug: () => undefined,
};
