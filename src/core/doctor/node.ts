import type { Finding } from '../../../protocol/doctor.ts';
import { ok, warning } from './findings.ts';
import type { Runtime } from './instruments.ts';

/** The oldest that is tested, as in `engines` of package.json. */
const oldest = [20, 19] as const;

/** `node`: whether the agent runs on a Node.js that it is made for. */
export function checkNode({ node, openssl, platform }: Runtime): Finding {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const detail = `Node.js ${node} with OpenSSL ${openssl} on ${platform}.`;
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return ok('node', detail);
  return warning('node', detail, `Update Node.js: the agent is made for ${oldest.join('.')} and newer.`);
}
