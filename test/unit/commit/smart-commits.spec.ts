/** Smart commits: which commands a line has, and what is wrong with them. */
import { assert } from 'chai';
import { argumentProblem, commandOf, findSmartCommands, isTransition, transitionProblem } from '../../../src/core/commit/smart-commits.ts';

const transitions = [{ name: 'In Progress' }, { name: 'Resolve Issue' }, { name: 'Reopen' }, { name: 'Close' }, { name: 'close' }];
const commands = (line: string, behind = 0): string[] => findSmartCommands(line, behind).map(({ name, argument }) => `${name}=${argument}`);

describe('smart commit commands', () => {
  it('stand behind a key, each with what follows it', () => {
    assert.deepEqual(commands('#early ABC-1 #comment well done #time 1h 2m #in-progress', 12), ['comment=well done', 'time=1h 2m', 'in-progress=']);
    assert.deepEqual(commands('ABC-1 #12 a#b #größe'), ['größe=']);
  });

  for (const [line, isWrong] of [['#comment text', false], ['#comment', true], ['#time 1w 2d 3h 4m', false], ['#TIME 1.5h note', false], ['#time soon', true], ['#time', true], ['#time 1x', true], ['#other', false]] as const) {
    it(`${isWrong ? 'lack' : 'have'} what they need in ${line}`, () => assert.strictEqual(argumentProblem(findSmartCommands(line, 0)[0]!) !== undefined, isWrong));
  }

  it('name a transition by its name with hyphens, or the beginning that no other has', () => {
    assert.strictEqual(commandOf({ name: ' In  Progress ' }), 'in-progress');
    const problem = (line: string): string | undefined => transitionProblem(findSmartCommands(line, 0)[0]!, 'ABC-1', transitions);
    assert.deepEqual(['#in-progress', '#IN', '#res', '#close'].map(problem), [undefined, undefined, undefined, undefined]);
    assert.strictEqual(problem('#re'), '#re may mean #resolve-issue, #reopen for ABC-1.');
    assert.match(problem('#done') ?? '', /^ABC-1 has no transition #done now\. It has #in-progress, #resolve-issue, #reopen, #close\.$/);
    assert.match(transitionProblem(findSmartCommands('#x', 0)[0]!, 'ABC-1', []) ?? '', /^No transition/);
    assert.deepEqual(['#Comment', '#time', '#close'].map((line) => isTransition(findSmartCommands(line, 0)[0]!)), [false, false, true]);
  });
});
