/**
 * The provider of oauthlib is honest: Python's requests-oauthlib completes the dance at it, and what
 * must be refused is refused. The agent has no part in this.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { assert } from 'chai';
import { program, python } from './python.ts';
import { startOAuthlibProvider, type OAuthlibProvider } from './provider.ts';

interface Outcome {
  readonly accessToken: string[];
  readonly user: string;
  readonly echoed: boolean[];
  readonly anonymousServerInfo: string;
  readonly anonymousMyself: number;
  readonly callback: string;
  readonly callbackOfRefusal: string;
  readonly exchanged: number;
  readonly beforeReplay: number;
  readonly refusals: Record<string, number | [number, string]>;
}

for (const contextPath of ['', '/Jira', '/Jira%20Prod/t%C3%A4st']) {
  describe(`the oauthlib provider at the context path "${contextPath}"`, () => {
    let provider: OAuthlibProvider;
    let outcome: Outcome;

    before(async () => {
      provider = await startOAuthlibProvider(contextPath);
      const { stdout } = await promisify(execFile)(python, program('dance.py', provider.baseUrl));
      outcome = JSON.parse(stdout) as Outcome;
    });

    after(() => provider[Symbol.asyncDispose]());

    it('lets requests-oauthlib complete the dance, and serves it', () => {
      assert.include(outcome.accessToken, 'oauth_token');
      assert.include(outcome.accessToken, 'oauth_session_handle');
      assert.equal(outcome.exchanged, 200);
      assert.equal(outcome.user, 'mia krystof');
      assert.deepEqual(outcome.echoed, [true, true], 'the query arrived as it was, by GET and by POST');
    });

    it('sends the browser back with a verifier, or with the refusal', () => {
      assert.equal(outcome.callback, 'http://127.0.0.1:1/back?window=1&oauth_token=TOKEN&oauth_verifier=VERIFIER');
      assert.equal(outcome.callbackOfRefusal, 'http://127.0.0.1:1/back?oauth_token=TOKEN&oauth_verifier=denied');
    });

    it('tells anybody its version, and nobody unknown who they are', () => {
      assert.equal(outcome.anonymousServerInfo, '9.12.4');
      assert.equal(outcome.anonymousMyself, 401);
    });

    it('refuses all that Jira refuses, in its words', () => {
      assert.equal(outcome.beforeReplay, 200);
      assert.deepEqual(outcome.refusals, {
        'exchange before the user decided': [401, 'permission_unknown'],
        'wrong verifier': [401, 'token_rejected'],
        'request token used twice': [401, 'token_rejected'],
        'exchange after a refusal': [401, 'permission_denied'],
        'callback that is no web address': [400, 'parameter_rejected'],
        'token request by GET': 404,
        'replay': [401, 'nonce_used'],
        'old timestamp': [400, 'timestamp_refused'],
        'changed query': [401, 'signature_invalid'],
        'key of somebody else': [401, 'signature_invalid'],
        'unknown consumer': [401, 'consumer_key_unknown'],
        'unknown token': [401, 'token_rejected'],
        'HMAC-SHA1': [400, 'signature_method_rejected'],
      });
    });
  });
}
