import { expect } from 'chai';

/** Expects that Jira refuses a signed request in OAuth's way; gives the parameters of its answer. */
export async function expectProblem(answer: Response, status: number, problem: string): Promise<URLSearchParams> {
  const body = new URLSearchParams(await answer.text());
  expect([answer.status, body.get('oauth_problem')]).to.deep.equal([status, problem]);
  expect(answer.headers.get('content-type')).to.equal('application/x-www-form-urlencoded;charset=UTF-8');
  expect(answer.headers.get('www-authenticate')).to.match(/^OAuth realm="http%3A%2F%2F/);
  expect(answer.headers.get('www-authenticate')).to.contain(`oauth_problem="${problem}"`);
  return body;
}
