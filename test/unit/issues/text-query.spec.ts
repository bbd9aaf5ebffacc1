/** What a person types or pastes, as a query. */
import { assert } from 'chai';
import fc from 'fast-check';
import { JiraError } from '../../../src/core/errors.ts';
import { textWish } from '../../../src/core/issues/text-query.ts';
import { parse } from '../../../src/core/jql/parser.ts';

describe('the query of a text', () => {
  const issue = 'key = "ABC-1"';
  const jqls: readonly (readonly [string, string])[] = [
    ['abc-1', issue],
    [' [ABC-1]: ', issue],
    ['"ABC-1".', issue],
    ['abc-1, WEB-2;OPS_X-30', 'key in ("ABC-1", "WEB-2", "OPS_X-30")'],
    ['https://jira.example.com/browse/ABC-1', issue],
    ['<https://jira.example.com/browse/abc-1?focusedCommentId=5#comment-5>', issue],
    ['http://host:8080/some/Where/Jira/browse/ABC-1/', issue],
    ['jira.example.com/jira/browse/ABC-1', issue],
    ['https://jira.example.com/projects/ABC/issues/ABC-1?filter=allopenissues', issue],
    ['https://jira.example.com/browse/ABC-1?jql=project%20%3D%20XYZ', issue],
    ['https://jira.example.com/jira/secure/RapidBoard.jspa?rapidView=3&projectKey=ABC&view=detail&selectedIssue=ABC-1&quickFilter=9', issue],
    ['https://jira.example.com/servicedesk/customer/portal/2/ABC-1', issue],
    ['https://jira.example.com/rest/api/2/issue/ABC-1', issue],
    ['https://jira.example.com/issues/?jql=project%20%3D%20%22A%20B%22%20ORDER%20BY%20key', 'project = "A B" ORDER BY key'],
    ['https://jira.example.com/jira/secure/IssueNavigator.jspa?reset=true&jqlQuery=status+%3D+Done', 'status = Done'],
    ['https://jira.example.com/issues/?filter=-1', 'assignee = currentUser() AND resolution = Unresolved ORDER BY updated DESC'],
    ['https://jira.example.com/projects/ABC/issues/?filter=reportedbyme', 'project = ABC AND reporter = currentUser() ORDER BY created DESC'],
    ['https://jira.example.com/projects/abc/summary', 'project = ABC ORDER BY updated DESC'],
    ['https://jira.example.com/browse/ABC', 'project = ABC ORDER BY updated DESC'],
    ['search index', 'text ~ "search index" ORDER BY updated DESC'],
    ['a "quoted" \\ word: (x) AND [y] && z!', 'text ~ "a quoted word x and y z" ORDER BY updated DESC'],
    ['O\'Neill & søn', 'text ~ "O\'Neill søn" ORDER BY updated DESC'],
    ['ABC-1 is broken', 'text ~ "ABC 1 is broken" ORDER BY updated DESC'],
    ['UTF-8', 'key = "UTF-8"'],
    ['ABC-0', 'text ~ "ABC 0" ORDER BY updated DESC'],
  ];
  for (const [text, jql] of jqls) {
    it(text, () => {
      const wish = textWish(text);
      assert.strictEqual('jql' in wish ? wish.jql : undefined, jql);
      assert.deepEqual(parse(jql).problems, []);
    });
  }

  it('is that of a filter for its address', () => {
    for (const path of ['issues/?filter=10001', 'jira/secure/IssueNavigator.jspa?mode=hide&requestId=10001', 'issues/?filter=10001&jql=']) {
      assert.deepEqual(textWish(`https://jira.example.com/${path}`), { filter: '10001' });
    }
  });

  it('is words too, where what looks like a key is none', () => {
    assert.deepEqual(textWish('utf-8'), { jql: 'key = "UTF-8"', otherwise: 'text ~ "utf 8" ORDER BY updated DESC' });
  });

  it('needs a word', () => {
    for (const text of ['***', '"', '?!', '&&']) assert.throws(() => textWish(text), JiraError, /no word/);
  });

  it('is right for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
        fc.pre(/[\p{L}\p{N}]/u.test(text) && !/[\0-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/.test(text));
        const wish = textWish(text);
        for (const jql of 'jql' in wish ? [wish.jql, ...(wish.otherwise === undefined ? [] : [wish.otherwise])] : []) {
          if (!/[?&]jql(?:Query)?=/.test(text)) assert.deepEqual(parse(jql).problems, [], jql);
        }
      }),
    );
  });
});
