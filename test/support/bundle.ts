/** The bundle as it was built. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { agentFile } from './agent.ts';

export const bundleFolder = dirname(agentFile);

const { inputs, outputs } = JSON.parse(readFileSync(join(bundleFolder, 'metafile.json'), 'utf8')) as Metafile;

export { inputs };

/** What went into one file of the bundle. */
export interface BundledFile {
  readonly name: string;
  /** The files that it has at least a part of, from the root of the project. */
  readonly inputs: string[];
  /** The modules that it takes from outside of the bundle. */
  readonly externals: string[];
  /** The files of the bundle that are loaded with it. */
  readonly needs: string[];
}

/** Every file of code in the bundle. */
export const bundledFiles: BundledFile[] = Object.entries(outputs)
  .filter(([path]) => path.endsWith('.js'))
  .map(([path, output]) => ({
    name: basename(path),
    inputs: Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input),
    externals: output.imports.filter(({ external }) => external).map((found) => found.path),
    needs: output.imports.filter(({ external, kind }) => !external && kind === 'import-statement').map((found) => basename(found.path)),
  }));
