/**
 * The header and the base string that the agent signs, held against RFC 5849's own examples and
 * against Python's oauthlib, which reads the request as a server does: address, header and body.
 */
import { assert } from 'chai';
import * as fc from 'fast-check';
import { signRequest, type SignatureInput } from '../../../src/core/oauth/authorization-header.ts';
import { startBaseStringOracle, type BaseStringOracle } from '../../oauthlib/base-string.ts';

type Pairs = [string, string][];

/** The request of RFC 5849, section 3.4.1.1. */
const rfcRequest = {
  method: 'POST',
  uri: 'http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
  body: 'c2&a3=2+q',
};

/** Its base string there (with erratum 2550). */
const rfcBaseString =
  'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q' +
  '%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_' +
  'key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_m' +
  'ethod%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk' +
  '9d7dh3k39sjv7';

const plain: SignatureInput = {
  method: 'GET',
  url: 'https://example.com/',
  consumerKey: '9djdj82h48djs9d2',
  token: 'kkk9d7dh3k39sjv7',
  timestamp: 137131201,
  nonce: '7d8f3e4a',
  sign: () => 'c2lnbmF0dXJl',
};

describe('OAuth base string and header', () => {
  let oracle: BaseStringOracle;

  before(() => {
    oracle = startBaseStringOracle();
  });

  after(() => oracle[Symbol.asyncDispose]());

  async function assertSame(input: SignatureInput): Promise<void> {
    const { authorization, baseString } = signRequest(input);
    const body = input.form === undefined ? null : encodeForm([...input.form] as Pairs);
    assert.equal(baseString, await oracle.baseString({ method: input.method, uri: input.url, authorization, body }));
  }

  describe("RFC 5849's examples", () => {
    it('gives the base string of section 3.4.1.1, with its own method and version', () => {
      const { baseString } = signRequest({ ...plain, method: rfcRequest.method, url: rfcRequest.uri, form: [['c2', ''], ['a3', '2 q']] });
      const expected = rfcBaseString.replace('HMAC-SHA1', 'RSA-SHA1').replace('9d7dh3k39sjv7', '9d7dh3k39sjv7%26oauth_version%3D1.0');
      assert.equal(baseString, expected);
    });

    it('is judged by an oauthlib that gives the base string of section 3.4.1.1', async () => {
      const authorization =
        'OAuth realm="Example", oauth_consumer_key="9djdj82h48djs9d2", oauth_token="kkk9d7dh3k39sjv7", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="7d8f3e4a", oauth_signature="bYT5CMsGcbgUdFHObYMEfcx6bsw%3D"';
      assert.equal(await oracle.baseString({ ...rfcRequest, authorization }), rfcBaseString);
    });

    it('builds the base string URI of section 3.4.1.2', () => {
      const uriOf = (url: string) => decodeURIComponent(signRequest({ ...plain, url }).baseString.split('&')[1] ?? '');
      assert.equal(uriOf('http://EXAMPLE.COM:80/r%20v/X?id=123'), 'http://example.com/r%20v/X');
      assert.equal(uriOf('https://www.example.net:8080/?q=1'), 'https://www.example.net:8080/');
    });
  });

  const lookalikes: Record<string, Partial<SignatureInput>> = {
    'the default port of http': { url: 'http://example.com:80/jira?a=1' },
    'the default port of https': { url: 'https://example.com:443/jira?a=1' },
    'the port of http at https': { url: 'https://example.com:80/jira?a=1' },
    'a scheme and a host in capitals, and a path with its case': { url: 'HTTPS://Jira.Example.COM/Jira/Rest?a=1' },
    'no path': { url: 'https://example.com' },
    'no path and a query': { url: 'https://example.com?a=1' },
    'an IPv6 host': { url: 'http://[2001:DB8:0::1]:8080/jira?a=1' },
    'an encoded path in small letters': { url: 'https://example.com/a%2fb%c3%a4/c%20d?a=1' },
    'a path with matrix parameters': { url: 'https://example.com/a;v=1/b;w=2?a=1' },
    'a path with every bare character': { url: "https://example.com/-._~!$&'()*+,=:@/x?a=1" },
    'a repeated parameter': { url: 'https://example.com/?a=2&a=10&a=1' },
    'a repeated parameter with empty values': { url: 'https://example.com/?a=&a=1&a=&b' },
    'the same pair twice': { url: 'https://example.com/?a=1&a=1' },
    'a parameter in the query and in the form': { method: 'POST', url: 'https://example.com/?a=2', form: [['a', '1'], ['A', '3']] },
    'names that begin alike': { url: 'https://example.com/?a-b=1&a=2&a%20=3&aa=4&A=5' },
    'names that are encoded': { url: 'https://example.com/?%C3%A4%20%2B=1&%26=%3D&%25=%2525' },
    'a plus for a space': { url: 'https://example.com/?a+b=c+d&e=f%2Bg' },
    'marks that encodeURIComponent leaves bare': { url: "https://example.com/?a!'()*~=!'()*~" },
    'a value with a question mark and a slash': { url: 'https://example.com/?a=b?c/d=e' },
    'no token': { token: undefined },
    'an empty query': { url: 'https://example.com/?' },
    'a callback': { method: 'POST', token: undefined, parameters: { oauth_callback: 'http://127.0.0.1:49152/a%20b?c=d&e=f' } },
    'a verifier and a session handle': { method: 'POST', parameters: { oauth_verifier: 'A+/=b', oauth_session_handle: 'h&=' } },
    'a consumer key with every awkward character': { consumerKey: 'ä+ /%&="\\,\'🚀' },
    'a signature with plus, slash and equals': { sign: () => 'a+b/c==' },
  };
  for (const [name, input] of Object.entries(lookalikes)) {
    it(`agrees with oauthlib on ${name}`, () => assertSame({ ...plain, ...input }));
  }

  it('agrees with oauthlib on every request', async () => {
    await fc.assert(fc.asyncProperty(signatureInput, assertSame), { numRuns: 1000 });
  });

  it('puts what the signer gives into the header, and shows it the base string', () => {
    let shown = '';
    const sign = (text: string) => ((shown = text), 'a+b/c==');
    const { authorization, baseString } = signRequest({ ...plain, sign });
    assert.equal(shown, baseString);
    assert.include(authorization, 'oauth_signature="a%2Bb%2Fc%3D%3D"');
    assert.match(authorization, /^OAuth oauth_/);
  });
});

function encodeForm(pairs: Pairs): string {
  return pairs.map(([name, value]) => `${formEncode(name)}=${formEncode(value)}`).join('&');
}

function formEncode(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

const text = fc.string({ unit: fc.oneof(fc.constantFrom(...' +%&=~*!\'()";/?#\\,.-_:@[]{}<>|^`$\n\t'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 12 });
/** oauth-1.0a loses a parameter called `__proto__`; Jira has none, as it has none of its own that begins with `oauth_`. */
const name = fc.oneof(fc.constantFrom('a', 'A', 'a b', 'jql', 'ä', '0', '10', '2', 'constructor'), text).filter((each) => !/^(oauth_|__proto__$)/.test(each));
const pairs = fc.array(fc.tuple(name, fc.oneof(fc.constantFrom('', '1', '10', '2', 'b'), text)), { maxLength: 8 });

/** The two ways in which a client may encode a query, and a name with no equals sign. */
const query = fc.tuple(pairs, fc.boolean(), fc.boolean()).map(([all, plus, bare]) =>
  all
    .map(([key, value]) => (bare && value === '' && key !== '' ? [key] : [key, value]).map(plus ? formEncode : encodeURIComponent).join('='))
    .join('&'),
);
const scheme = fc.constantFrom('http', 'https', 'HTTPS');
const host = fc.oneof(fc.domain(), fc.domain().map((each) => each.toUpperCase()), fc.ipV4(), fc.constantFrom('[::1]', '[2001:DB8::A]', 'localhost'));
const port = fc.oneof(fc.constantFrom('', ':80', ':443', ':8080'), fc.integer({ min: 1, max: 65535 }).map((each) => `:${each}`));
/** oauthlib loses a semicolon that stands last in a path, so none does. */
const segment = fc.oneof(
  fc.constantFrom('jira', 'Jira', 'rest', 'a;v=1', 'a%2fb', 'a%2Fb', '~x', "!$&'()*+,=:@", ''),
  text.map((each) => encodeURIComponent(each)),
).filter((each) => !/^\.{1,2}$/.test(each));
const path = fc.array(segment, { maxLength: 5 }).map((all) => all.map((each) => `/${each}`).join(''));

const signatureInput: fc.Arbitrary<SignatureInput> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    base: fc.tuple(scheme, host, port, path).map(([s, h, p, rest]) => `${s}://${h}${p}${rest}`),
    query: fc.option(query, { nil: undefined }),
    form: fc.option(pairs, { nil: undefined }),
    consumerKey: fc.string({ unit: 'binary', minLength: 1 }),
    token: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
    parameters: fc.option(fc.record({ oauth_callback: text, oauth_verifier: text }, { requiredKeys: [] }), { nil: undefined }),
    timestamp: fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }),
    nonce: fc.string({ minLength: 1 }),
    signature: fc.base64String(),
  })
  .map(({ base, query: asked, form, parameters, signature, ...rest }) => ({
    ...rest,
    url: asked === undefined ? base : `${base}?${asked}`,
    ...(form === undefined ? {} : { form }),
    ...(parameters === undefined ? {} : { parameters }),
    sign: () => signature,
  }));
