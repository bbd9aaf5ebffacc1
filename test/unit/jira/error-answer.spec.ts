/** What an answer that is no success means: every envelope and status that Jira, its platform and gateways are known for. */
import { assert } from 'chai';
import type { ErrorKind } from '../../../protocol/errors.ts';
import { answerError, isJiraAnswer, jiraWords, type JiraWords, type Purpose } from '../../../src/core/jira/error-answer.ts';

const url = 'https://jira.example.com/jira/rest/api/2/search?jql=secret';
const json = { 'content-type': 'application/json;charset=UTF-8' };
const html = { 'content-type': 'text/html;charset=UTF-8' };
const jira = { 'x-arequestid': '1', 'www-authenticate': 'OAuth realm="https%3A%2F%2Fjira.example.com%2Fjira"' };

/** The pages of Jira itself, and not of something before it. */
const captcha = { ...html, ...jira, 'x-seraph-loginreason': 'AUTHENTICATION_DENIED', 'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=https://jira.example.com/jira/login.jsp' };

describe('an answer that is no success', () => {
  for (const [what, status, headers, body, kind, purpose] of [
    ['a query with a value that is not there', 400, json, `{"errorMessages":["The value 'XXX' does not exist for the field 'project'."],"errors":{}}`, 'invalidJql', 'search'],
    ['fields that are refused', 400, json, '{"errorMessages":[],"errors":{"summary":"You must specify a summary of the issue."}}', 'validation'],
    ['fields alone', 400, json, '{"errors":{"timeLogged":"Invalid time duration entered."}}', 'validation'],
    ['a client certificate that nginx misses', 400, html, '<html><head><title>400 No required SSL certificate was sent</title></head></html>', 'certificate'],
    ['a query that a gateway does not let through', 400, html, '<html><head><title>400 Request Header Or Cookie Too Large</title></head></html>', 'server', 'search'],
    ['a client certificate that nginx refuses', 400, html, '<html><head><title>400 The SSL certificate error</title></head></html>', 'certificate'],
    ['Jira’s own 401', 401, { ...json, ...jira }, '{"errorMessages":["You are not authenticated. Authentication required to perform this operation."],"errors":{}}', 'credentialsRejected'],
    ['the platform’s 401', 401, json, '{"message":"Client must be authenticated to access this resource.","status-code":401}', 'credentialsRejected'],
    ['the platform’s 401 in XML', 401, { 'content-type': 'application/xml' }, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><status><status-code>401</status-code><message>Client must be authenticated to access this resource.</message></status>', 'credentialsRejected'],
    ['a refused password', 401, { ...html, ...jira, 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' }, '<html><h1>Unauthorized (401)</h1></html>', 'credentialsRejected'],
    ['a token beside a stale cookie', 401, { ...html, ...jira }, "<html>os_authType was 'any' and an invalid cookie was sent.</html>", 'credentialsRejected'],
    ['a gateway’s 401 in HTML', 401, html, '<html><title>Sign in</title></html>', 'loginPage'],
    ['a gateway’s 401 with nothing in it', 401, { 'www-authenticate': 'Negotiate' }, '', 'loginPage'],
    ['a CAPTCHA', 403, captcha, '<html><h1>Forbidden (403)</h1></html>', 'captchaRequired'],
    ['Basic authentication that is switched off', 403, json, '{"message":"Basic Authentication has been disabled on this instance."}', 'unsupported'],
    ['a permission that is missing', 403, { ...json, ...jira }, '{"errorMessages":["You do not have permission."],"errors":{}}', 'forbidden'],
    ['a forged write, as Jira takes it for', 403, { 'content-type': 'text/plain', ...jira }, 'XSRF check failed', 'forbidden'],
    ['a gateway’s 403 in HTML', 403, html, '<html><title>Request blocked</title></html>', 'loginPage'],
    ['an issue that is not there', 404, { ...json, ...jira }, '{"errorMessages":["Issue Does Not Exist"],"errors":{}}', 'notFound'],
    ['a resource that this version lacks', 404, { ...html, ...jira }, '<html>Oops, you&#39;ve found a dead link.</html>', 'unsupported'],
    ['a wrong base URL', 404, html, '<html>404 Not Found</html>', 'notJira'],
    ['a proxy', 407, html, '<html>Proxy Authentication Required</html>', 'proxy'],
    ['somebody else’s change', 409, json, '{"errorMessages":["Conflict"]}', 'conflict'],
    ['a full bucket in Tomcat’s HTML', 429, { ...html, 'retry-after': '0' }, '<html><h1>HTTP Status 429 – Too Many Requests</h1></html>', 'rateLimited'],
    ['a failure', 500, json, '{"errorMessages":["Internal server error"],"errors":{}}', 'server'],
    ['a failure with `errorMessage`', 500, json, '{"errorMessage":"It is broken."}', 'server'],
    ['a start', 503, html, '<html><title>Jira - startup</title></html>', 'server'],
    ['single sign-on', 302, { location: 'https://sso.example.org/login?SAMLRequest=abc' }, '', 'loginPage'],
    ['a teapot', 418, {}, '', 'server'],
  ] as readonly [string, number, Record<string, string>, string, ErrorKind, Purpose?][]) {
    it(`${what} (${status}) is ${kind}`, () => {
      const error = answerError({ status, headers, body }, url, purpose ?? 'other');
      assert.strictEqual(error.kind, kind);
      assert.strictEqual(error.details.httpStatus, status);
      assert.notInclude(error.message, 'jql=secret');
      assert.notInclude(error.message, 'SAMLRequest');
    });
  }

  it('tells when to come back, where the answer does', () => {
    const unavailable = (headers: Record<string, string>) => answerError({ status: 503, headers, body: '' }, url, 'other').details.retryAfter;
    assert.deepEqual([unavailable({ 'retry-after': '120' }), unavailable({ 'retry-after': '0' }), unavailable({})], [120, undefined, undefined]);
  });
});

describe('Jira’s words', () => {
  for (const [body, words] of [
    ['{"errorMessages":["a","b"],"errors":{"summary":"c"}}', { errorMessages: ['a', 'b'], errors: { summary: 'c' } }],
    ['{"errorMessages":["a"]}', { errorMessages: ['a'], errors: {} }],
    ['{"errors":{"summary":"c"}}', { errorMessages: [], errors: { summary: 'c' } }],
    ['{"errorMessages":[],"errors":{},"warningMessages":[]}', { errorMessages: [], errors: {} }],
    ['{"message":"a","status-code":401}', { errorMessages: ['a'], errors: {} }],
    ['{"message":"a"}', { errorMessages: ['a'], errors: {} }],
    ['{"errorMessage":"a"}', { errorMessages: ['a'], errors: {} }],
    ['{"errorMessages":null,"errors":["x"],"message":""}', { errorMessages: [], errors: {} }],
    ['{"errors":{"customfield_10000":["one","two"]}}', { errorMessages: [], errors: { customfield_10000: '["one","two"]' } }],
    ['<?xml version="1.0"?><status><status-code>500</status-code><message>a</message></status>', { errorMessages: ['a'], errors: {} }],
    ['<status><message>a</message></status>', { errorMessages: ['a'], errors: {} }],
    ['<html><message>a</message></html>', undefined],
    ['{"key":"ABC-1"}', undefined],
    ['[]', undefined],
    ['null', undefined],
    ['{"errorMessages":["a"', undefined],
    ['', undefined],
  ] as readonly [string, JiraWords | undefined][]) {
    it(`of ${body === '' ? 'nothing' : body}`, () => {
      assert.deepEqual(jiraWords(body), words);
      if (words !== undefined) assert.isTrue(isJiraAnswer({ status: 400, headers: {}, body }));
    });
  }
});
