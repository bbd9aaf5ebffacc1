/** `jira-language-server doctor`: the findings of `jira/doctor` in a terminal, with no editor and no LSP. */
import type { Finding } from '../../protocol/doctor.ts';
import { examine } from '../core/doctor/examine.ts';
import { failed } from '../core/doctor/findings.ts';
import { JiraError } from '../core/errors.ts';
import { formatFindings } from './format-findings.ts';
import { createTerminalCore } from './terminal-core.ts';

/** What the command line asks for. */
export interface DoctorOptions {
  /** The folder of the agent's files; `undefined` for the platform's. */
  readonly storage: string | undefined;
  /** The provider's id; `undefined` for all. */
  readonly provider: string | undefined;
  /** Whether the result of `jira/doctor` is printed as it is, for programs. */
  readonly json: boolean;
}

/**
 * Examines, prints what was found to stdout, and sets the exit code: 0, 1 when a check failed, 2 for a provider that is
 * not there. It never rejects.
 */
export async function runDoctor({ storage, provider, json }: DoctorOptions): Promise<void> {
  try {
    const findings = await findingsOf(storage, provider);
    process.stdout.write(json ? `${JSON.stringify({ findings }, undefined, 2)}\n` : formatFindings(findings));
    process.exitCode = findings.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${error instanceof JiraError ? error.message : `A bug of the agent: ${error instanceof Error ? error.name : typeof error}`}\n`);
    process.exitCode = 2;
  }
}

async function findingsOf(storage: string | undefined, provider: string | undefined): Promise<Finding[]> {
  let core;
  try {
    core = createTerminalCore(storage);
  } catch (error) {
    return [failed('storage', error, 'Name another folder by --storage.')];
  }
  try {
    return await examine(core, provider, new AbortController().signal);
  } finally {
    await core.organization.close();
    await core.connections.close();
  }
}
