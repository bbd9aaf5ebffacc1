/** What looks for secrets must find them, in whatever form they are. */
import { assert } from 'chai';
import { Secrets } from './secrets.ts';

describe('the search for secrets', () => {
  const secret = 'p@ss word/ü"+\n=';
  const secrets = new Secrets();
  secrets.add('the secret', secret);

  for (const [form, text] of [
    ['as it is', `log: ${secret}`],
    ['in JSON', JSON.stringify({ secret })],
    ['in a URL', `https://x/?q=${encodeURIComponent(secret)}&r`],
    ['in a form', new URLSearchParams({ secret }).toString()],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    ...['', 'a', 'ab', 'abc', 'user:'].map((before) => [`in base64 after “${before}”`, Buffer.from(`${before}${secret}:after`).toString('base64')] as const),
    ['in base64 of URLs', Buffer.from(`x${secret}`).toString('base64url')],
  ] as const) {
    it(`finds one ${form}`, () => assert.throws(() => secrets.assertNotIn(text, 'a text'), /the secret is in a text/));
  }

  it('finds none where there is none', () => secrets.assertNotIn('p@ss word and base64 cEBzcw==', 'a text'));
});
