/** When Jira was not reached at all, so that what was seen before may answer. */
import { expect } from 'chai';
import { JiraError } from '../../../src/core/errors.ts';
import { isUnreached } from '../../../src/core/issues/seen-query.ts';
import { withoutAnswer } from '../../../src/core/jira/read-answer.ts';
import { HttpFailure, type HttpFailureReason } from '../../../src/infrastructure/http/http.ts';

describe('a Jira that was not reached', () => {
  const failure = (reason: HttpFailureReason, sent: boolean) => isUnreached(withoutAnswer(new HttpFailure(reason, 'CODE', 'It failed.', sent)));

  it('could not be connected to, or the connection broke', () => {
    expect([failure('offline', false), failure('offline', true), failure('timeout', false)]).to.deep.equal([true, true, true]);
  });

  it('is none that took the request, answered something, or is not trusted', () => {
    expect(failure('timeout', true)).to.equal(false);
    for (const reason of ['certificate', 'proxy', 'protocol', 'tooLarge'] as const) expect(failure(reason, false), reason).to.equal(false);
    for (const kind of ['loginPage', 'credentialsRejected', 'server', 'rateLimited', 'timeout'] as const) expect(isUnreached(new JiraError(kind, '')), kind).to.equal(false);
    expect(isUnreached(new Error('a bug'))).to.equal(false);
  });
});
