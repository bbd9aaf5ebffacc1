/** What a setting holds that is PEM, or the path of a file. */
import { isAbsolute } from 'node:path';
import { invalidParams } from '../errors.ts';
import { readPem, unwrap, writePem, type PemBlock } from '../keys/pem.ts';

/** Reads a file whole. It rejects as `readFile` of `node:fs/promises` does. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** What was found, and in what, for messages. */
export interface PemSource {
  readonly blocks: readonly PemBlock[];
  /** The bytes of a file that holds no PEM: perhaps DER. */
  readonly binary: Uint8Array | undefined;
  /** “This” or “The file …”. */
  readonly name: string;
}

/**
 * Reads a setting that is PEM or the path of a file. A path is absolute, since the agent is started in any folder.
 *
 * @param text the setting
 * @param path its path in the params
 * @param readFile reads a file
 * @throws {JiraError} invalidParams when it is neither, or the file cannot be read
 */
export async function readPemSource(text: string, path: string, readFile: ReadFile): Promise<PemSource> {
  const blocks = readPem(unwrap(text));
  if (blocks.length > 0) return { blocks, binary: undefined, name: 'This' };
  // A path is not unwrapped as PEM is: it may have a folder such as `\new` in it.
  const file = text.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (file.includes('\n') || !isAbsolute(file)) {
    throw invalidParams(path, 'This is neither PEM nor the path of a file.', 'Give the absolute path of a PEM file, or what is in it, from “-----BEGIN” to “-----END …-----”.');
  }
  const content = await read(file, path, readFile);
  const inFile = readPem(unwrap(new TextDecoder('latin1').decode(content)));
  return { blocks: inFile, binary: inFile.length === 0 ? content : undefined, name: `The file ${file}` };
}

async function read(file: string, path: string, readFile: ReadFile): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw invalidParams(path, `There is no file ${file}.`);
    if (code === 'EISDIR') throw invalidParams(path, `${file} is a folder and no file.`);
    throw invalidParams(path, `The file ${file} cannot be read${code === undefined ? '' : ` (${code})`}.`);
  }
}

/** A block as RFC 7468 has it, or `undefined` when its base64 is no such thing or its end is missing. */
export function normalised(block: PemBlock, label: string): string | undefined {
  return block.complete && /^[A-Za-z0-9+/]+={0,2}$/.test(block.base64) ? writePem(label, block) : undefined;
}

/** The label without white space: where all of that was lost from the text, none is in the label either. */
export function squeezed({ label }: PemBlock): string {
  return label.replace(/\s/g, '');
}
