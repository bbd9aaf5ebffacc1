/**
 * The part of node-forge that knows keys and certificates, without its TLS, SSH, HTTP and the rest.
 * It is loaded on first use alone, by `await import`: it takes some 20 ms.
 */
import forge from 'node-forge/lib/forge.js';
// Each module of node-forge adds itself to the one object that `forge.js` exports.
import 'node-forge/lib/md5.js';
import 'node-forge/lib/pki.js';

export { forge };
