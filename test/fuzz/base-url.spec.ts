/** Addresses of every kind: what comes out is a base URL, or an error of its own. */
import { assert } from 'chai';
import fc from 'fast-check';
import { baseUrlCandidates } from '../../src/core/base-url.ts';
import { JiraError } from '../../src/core/errors.ts';

const runs = { numRuns: Number(process.env['JIRA_FUZZ_RUNS'] ?? 3000) };

/** The candidates, or `undefined` where it was refused as it may be. */
function candidates(text: string): string[] | undefined {
  try {
    const { urls, insecureUrls } = baseUrlCandidates(text);
    return [...urls, ...insecureUrls];
  } catch (error) {
    assert.instanceOf(error, JiraError, String(error));
    const { kind, details, message } = error as JiraError;
    assert.deepEqual([kind, details.path], ['invalidParams', 'baseUrl']);
    if (text.length > 12) assert.notInclude(message, text, 'an address may hold a password');
    return undefined;
  }
}

const segment = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('jira', 'Jira', 'browse', 'projects', 'rest', '..', '.', '', '%2e%2e', '%00', 'ABC-1', 'login.jsp', 'Größe', 'a b', ';x=1', '@', ':'));
const scheme = fc.constantFrom('', 'https://', 'http://', 'HTTPS://', 'Http://', '//', 'ftp://', 'javascript:', 'https:', 'https:/', 'file://');
const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6().map((address) => `[${address}]`), fc.constantFrom('localhost', 'JIRA.Example.COM', 'jira', 'münchen.example', '', 'a..b', '[::1', '0x7f.1', 'xn--', '-x'));
const port = fc.oneof(fc.constant(''), fc.integer({ min: -1, max: 70_000 }).map((number) => `:${number}`), fc.constantFrom(':', ':443', ':80', ':x'));
const account = fc.constantFrom('', 'mia@', 'mia:secret-word@', ':secret-word@', 'a:b:c@', '@');
const rest = fc.oneof(fc.constant(''), fc.webQueryParameters().map((query) => `?${query}`), fc.webFragments().map((fragment) => `#${fragment}`), fc.constantFrom('?os_password=secret-word', '#secret-word', '?a?b#c#d'));
const around = fc.constantFrom('', ' ', '<', '"', '\t\n');

const address = fc
  .tuple(around, scheme, account, host, port, fc.array(segment, { maxLength: 6 }), rest, around)
  .map(([before, s, a, h, p, path, r, after]) => `${before}${s}${a}${h}${p}${path.map((each) => `/${each}`).join('')}${r}${after}`);

describe('an address of any kind', () => {
  for (const [what, text] of [['like one', address], ['like nothing at all', fc.string({ unit: 'binary', maxLength: 200 })]] as const) {
    it(`${what} gives base URLs of http or https with no account, query, fragment or slash at the end, or is refused`, () => {
      fc.assert(
        fc.property(text, (given) => {
          for (const url of candidates(given) ?? []) {
            const parsed = new URL(url);
            assert.match(parsed.protocol, /^https?:$/);
            assert.deepEqual([parsed.username, parsed.password, parsed.search, parsed.hash], ['', '', '', '']);
            assert.notMatch(url, /[?#@]?secret-word|\/$|[\s<>"\0-\x1f]/);
            assert.strictEqual(url, parsed.origin + (parsed.pathname === '/' ? '' : parsed.pathname), 'it is normalised');
          }
        }),
        runs,
      );
    });

    it(`${what} is the same base when it is given again`, () => {
      fc.assert(
        fc.property(text, (given) => {
          for (const url of candidates(given) ?? []) {
            assert.include(candidates(url) ?? [], url);
            assert.deepEqual(baseUrlCandidates(url).insecureUrls, [], 'nothing is guessed where the scheme is known');
          }
        }),
        runs,
      );
    });
  }

  it('keeps the path of a base, its case included, and loses the case of the host', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
    fc.assert(
      fc.property(fc.constantFrom('https', 'http'), fc.domain(), fc.array(name, { maxLength: 4 }), (s, domain, names) => {
        const path = names.map((each) => `/${each}`).join('');
        assert.include(candidates(`${s.toUpperCase()}://${domain.toUpperCase()}${path}/`) ?? [], `${s}://${domain.toLowerCase()}${path}`);
      }),
      runs,
    );
  });

  it('cuts the address of a page of Jira down to the base', () => {
    const context = fc.constantFrom('', '/jira', '/Jira', '/a/b');
    const page = fc.constantFrom('/browse/ABC-1', '/secure/Dashboard.jspa?selectPageId=1', '/projects/ABC/issues', '/issues/?jql=a', '/rest/api/2/serverInfo', '/login.jsp#x', '/plugins/servlet/applinks');
    fc.assert(
      fc.property(fc.domain(), context, page, (domain, path, suffix) => {
        assert.strictEqual(baseUrlCandidates(`${domain}${path}${suffix}`).urls[0], `https://${domain.toLowerCase()}${path}`);
      }),
      runs,
    );
  });

  it('is asked by plain http where no scheme says so, only on this machine or at a port of its own', () => {
    fc.assert(
      fc.property(address, (given) => {
        if (/^[\s<"']*[a-z][a-z0-9+.-]*:\/\//i.test(given)) return;
        for (const url of candidates(given) ?? []) {
          const { protocol, hostname } = new URL(url);
          if (protocol === 'http:') assert.isTrue(/:\d/.test(given) || /^(localhost|127\..*|\[::1\])$/.test(hostname), url);
        }
      }),
      runs,
    );
  });
});
