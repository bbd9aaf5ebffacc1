/** What is in a package of an extension, which is a ZIP file. */
import { readFileSync } from 'node:fs';

/** A file in it; sizes are bytes. */
export interface PackedFile {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

/** Reads the directory of a ZIP file (APPNOTE.TXT 4.3.12 and 4.3.16), one without a comment. @throws {Error} where it is none */
export function packedFiles(path: string): PackedFile[] {
  const zip = readFileSync(path);
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error(`${path} is no ZIP file without a comment.`);
  const files: PackedFile[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const lengthOfName = zip.readUInt16LE(at + 28);
    files.push({ name: zip.toString('utf8', at + 46, at + 46 + lengthOfName), packed: zip.readUInt32LE(at + 20), unpacked: zip.readUInt32LE(at + 24) });
    at += 46 + lengthOfName + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
