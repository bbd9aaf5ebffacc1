/** The version of this package. */
import manifest from '../package.json' with { type: 'json' };

/** For instance `1.0.0`. */
export const version: string = manifest.version;
