/** Signs in a process of its own, for tests of OpenSSL's policy: JSON on stdin, JSON on stdout. */
import { sign } from 'node:crypto';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { createRsaSha1Signer, sha1SignaturesAllowed } from '../../../src/core/oauth/signature.ts';

void text(process.stdin).then(async (input) => {
  const { pem, baseStrings } = JSON.parse(input) as { pem: string; baseStrings: string[] };
  const signer = await createRsaSha1Signer(pem);
  process.stdout.write(
    JSON.stringify({
      plainSha1: signPlainly('RSA-SHA1', baseStrings[0]!, pem),
      plainSha256: signPlainly('RSA-SHA256', baseStrings[0]!, pem),
      signatures: baseStrings.map(signer),
      allowed: await sha1SignaturesAllowed(),
      forgeLoaded: Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('node-forge')),
    }),
  );
});

/** The signature that Node makes by itself, or its complaint. */
function signPlainly(algorithm: string, baseString: string, pem: string): string {
  try {
    return sign(algorithm, Buffer.from(baseString), pem).toString('base64');
  } catch (error) {
    return (error as Error).message;
  }
}
