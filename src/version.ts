/** The version of this package, for instance `1.0.0`. Named, so that the bundle takes in no more of the manifest. */
export { version } from '../package.json';
