import { expect } from 'chai';
import { isExempt } from '../../../src/infrastructure/http/no-proxy.ts';

const cases: readonly (readonly [noProxy: string, host: string, port: number, exempt: boolean])[] = [
  ['', 'jira.example.com', 443, false],
  [' , ,', 'jira.example.com', 443, false],
  ['*', 'jira.example.com', 443, true],
  ['other,*', '10.1.2.3', 80, true],

  ['jira.example.com', 'jira.example.com', 443, true],
  ['JIRA.example.COM', 'Jira.Example.com', 443, true],
  ['jira.example.com', 'jira.example.com.', 443, true],
  ['jira.example.com.', 'jira.example.com', 443, true],
  ['example.com', 'jira.example.com', 443, true],
  ['.example.com', 'jira.example.com', 443, true],
  ['.example.com', 'example.com', 443, true],
  ['*.example.com', 'jira.example.com', 443, true],
  ['*.example.com', 'a.b.example.com', 443, true],
  ['example.com', 'myexample.com', 443, false],
  ['.example.com', 'myexample.com', 443, false],
  ['jira.example.com', 'example.com', 443, false],
  ['example.com', 'example.com.evil.org', 443, false],
  ['.', 'jira.example.com', 443, false],
  ['*.', 'jira.example.com', 443, false],

  ['a.example.com, jira.example.com', 'jira.example.com', 443, true],
  ['a.example.com jira.example.com', 'jira.example.com', 443, true],
  ['a.example.com,b.example.com', 'jira.example.com', 443, false],

  ['jira.example.com:8443', 'jira.example.com', 8443, true],
  ['jira.example.com:8443', 'jira.example.com', 443, false],
  ['example.com:443', 'jira.example.com', 443, true],

  ['localhost', 'localhost', 8080, true],
  ['localhost', '127.0.0.1', 8080, false],
  ['127.0.0.1', '127.0.0.1', 8080, true],
  ['127.0.0.1:8080', '127.0.0.1', 8080, true],
  ['127.0.0.1:8080', '127.0.0.1', 80, false],
  ['10.0.0.0/8', '10.200.3.4', 80, true],
  ['10.0.0.0/8', '11.0.0.1', 80, false],
  ['192.168.17.0/23', '192.168.16.9', 80, true],
  ['10.1.2.3/32', '10.1.2.3', 80, true],
  ['0.0.0.0/0', '10.1.2.3', 80, true],
  ['10.0.0.0/33', '10.0.0.1', 80, false],
  ['10.0.0.0/x', '10.0.0.1', 80, false],
  ['10.0.0.0/8', 'ten.example.com', 80, false],
  ['2.3', '10.1.2.3', 80, false],

  ['::1', '::1', 80, true],
  ['[::1]', '::1', 80, true],
  ['[::1]:8080', '::1', 8080, true],
  ['[::1]:8080', '::1', 80, false],
  ['0:0:0:0:0:0:0:1', '::1', 80, true],
  ['fd00::/8', 'fd12:3456::1', 80, true],
  ['[fd00::]/8', 'fd12:3456::1', 80, true],
  ['fd00::/8', 'fe80::1', 80, false],
  ['10.0.0.0/8', '::ffff:10.1.2.3', 80, true],
  ['::1', '127.0.0.1', 80, false],
];

describe('NO_PROXY', () => {
  for (const [noProxy, host, port, exempt] of cases) {
    it(`“${noProxy}” ${exempt ? 'names' : 'does not name'} ${host} at ${port}`, () => {
      expect(isExempt(noProxy, host, port)).to.equal(exempt);
    });
  }
});
