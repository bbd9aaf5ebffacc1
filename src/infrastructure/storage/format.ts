/** The form of a document on disk: `{ "version": 1, …state }`. */
import { StorageFailure } from './storage.ts';

/** What a document holds, and how it is written. */
export interface Format<T extends object> {
  /** The version of the form that this agent writes, from 1. A file of a later one is never touched. */
  readonly version: number;
  /** The state where there is no file yet. */
  readonly initial: () => T;
  /**
   * Checks the state as it was read, `version` taken out; it throws when the shape is wrong, and the file then counts
   * as damaged. A member that it does not know must be kept, since another agent may be newer: a form that an older
   * agent cannot read needs a new version.
   */
  readonly parse: (value: unknown) => T;
}

/** The content of a file is not whole: it was cut off, or something else was written over it. */
export class DamagedFile extends StorageFailure {
  override readonly name = 'DamagedFile';
  /** What is wrong with it, for instance `it is not JSON`. */
  readonly damage: string;

  constructor(file: string, damage: string) {
    super(`${file} is damaged: ${damage}.`);
    this.damage = damage;
  }
}

/**
 * Reads the content of a file. What it throws has no cause, since the errors of parsers quote what they read.
 *
 * @param file the path of the file, for messages
 * @throws {DamagedFile} when it is not whole
 * @throws {StorageFailure} when a newer agent has written it
 */
export function decode<T extends object>(file: string, bytes: Buffer, format: Format<T>): T {
  const content = parseJson(file, bytes);
  if (!hasVersion(content)) throw new DamagedFile(file, 'it does not say of which version it is');
  const { version, ...state } = content;
  if (version > format.version) throw tooNew(file, version, format.version);
  try {
    return format.parse(state);
  } catch {
    throw new DamagedFile(file, 'it is JSON, and not of the right shape');
  }
}

/** The content of a file that holds the state. */
export function encode<T extends object>(state: T, format: Format<T>): string {
  return `${JSON.stringify({ version: format.version, ...state }, undefined, 2)}\n`;
}

function parseJson(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DamagedFile(file, bytes.length === 0 ? 'it is empty' : 'it is cut off, or not JSON');
  }
}

function hasVersion(content: unknown): content is { version: number } {
  const version = (content as { version?: unknown } | null)?.version;
  return typeof content === 'object' && Number.isInteger(version) && (version as number) >= 1;
}

function tooNew(file: string, version: number, known: number): StorageFailure {
  return new StorageFailure(
    `${file} was written by a newer version of the agent (its format is ${version}, and this agent knows ${known}). ` +
      'Update this agent, or choose another storage folder. The file was not touched.',
  );
}
