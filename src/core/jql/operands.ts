/** Reads what a field is compared with: a value, a function, a list, or nothing at all. */
import type { Expectation, FieldName, Operand, OperatorName } from './syntax.ts';
import { shown, type TokenReader } from './token-reader.ts';
import type { Token } from './tokens.ts';

/** What may stand where an operand begins. */
export type ValueExpectation = Extract<Expectation, { want: 'value' }>;

/** Reads an operand; what is wrong with it is noted, and left. */
export function readOperand(reader: TokenReader, expectation: ValueExpectation): Operand | undefined {
  reader.expect(expectation);
  const opening = reader.current;
  const operand = reader.takeSymbol('(') ? readList(reader, opening!, { ...expectation, inList: true }) : readItem(reader, expectation);
  const problem = operand === undefined || expectation.predicate !== undefined ? undefined : misfit(expectation.operator, operand);
  if (problem !== undefined) reader.problem(operand!, problem[0], { hint: problem[1] });
  return operand;
}

/** What is wrong with the kind of an operand beside its operator: the message, and what to do. */
function misfit(operator: OperatorName, { kind }: Operand): [message: string, hint: string] | undefined {
  const name = operator.toUpperCase();
  const takesList = operator.endsWith('in');
  if (takesList && (kind === 'value' || kind === 'empty')) return [`${name} takes a list.`, 'Put the value into parentheses, or write = instead.'];
  if (!takesList && kind === 'list') return [`${name} takes one value, and no list.`, `Write ${/!|not/.test(operator) ? 'NOT IN' : 'IN'} instead.`];
  if (operator.startsWith('is') && kind !== 'empty') return [`${name} takes EMPTY or NULL alone.`, `Write ${operator === 'is' ? '=' : '!='} for a value.`];
  if (/[<>]/.test(operator) && kind === 'empty') return [`${name} takes a value.`, 'Write IS EMPTY to find what has none.'];
  return undefined;
}

function readList(reader: TokenReader, opening: Token, expectation: ValueExpectation): Operand {
  const items: Operand[] = [];
  do {
    reader.expect(expectation);
    const nested = reader.current;
    const item = reader.takeSymbol('(') ? reader.deeper(() => readList(reader, nested!, expectation)) : readItem(reader, expectation);
    if (item === undefined) break;
    items.push(item);
    reader.expect({ want: 'afterItem', field: expectation.field });
  } while (reader.takeSymbol(','));
  if (reader.current !== undefined && !reader.isSymbol(')') && items.length > 0) {
    reader.problemHere(`A comma or a closing parenthesis must stand here, and not ${shown(reader.current)}.`);
  }
  close(reader, opening, 'This list is not closed.');
  return { kind: 'list', items, ...reader.since(opening) };
}

function readItem(reader: TokenReader, { field }: ValueExpectation): Operand | undefined {
  const token = reader.current;
  if (token === undefined) {
    reader.problemHere('A value is missing at the end.');
    return undefined;
  }
  if (reader.takeKeyword('empty') || reader.takeKeyword('null')) return { kind: 'empty', start: token.start, end: token.end };
  if (token.kind === 'symbol' || reader.isReserved()) {
    reader.refuse(`A value, a list or a function must stand here, and not ${shown(token)}.`, 'value');
    if (token.kind === 'word' && !goesOn(reader)) reader.take();
    return undefined;
  }
  reader.take();
  if (!reader.takeSymbol('(')) return { kind: 'value', token, start: token.start, end: token.end };
  return { kind: 'function', name: token.text, token, arguments: readArguments(reader, field, token), ...reader.since(token) };
}

/** Whether a word that is no value begins what comes after the value, which is missing then. */
function goesOn(reader: TokenReader): boolean {
  if (!reader.isKeyword('and', 'or', 'order')) return false;
  const { next } = reader;
  return next !== undefined && !(next.kind === 'symbol' ? next.text === ')' : /^(?:and|or|order)$/i.test(next.text));
}

function readArguments(reader: TokenReader, field: FieldName, functionToken: Token): Token[] {
  const found: Token[] = [];
  const expectation = { want: 'argument', field, functionName: functionToken.text } as const;
  reader.expect(expectation);
  if (reader.takeSymbol(')')) return found;
  do {
    reader.expect(expectation);
    const token = reader.current;
    if (token === undefined) break;
    if (token.kind === 'symbol' || reader.isReserved()) {
      reader.refuse(`The value of an argument must stand here, and not ${shown(token)}.`, 'value');
      break;
    }
    found.push(token);
    reader.take();
    reader.expect({ want: 'afterItem', field });
  } while (reader.takeSymbol(','));
  close(reader, functionToken, `The parenthesis after ${functionToken.text} is not closed.`);
  return found;
}

function close(reader: TokenReader, opening: Token, message: string): void {
  if (reader.takeSymbol(')')) return;
  reader.problem(opening, message);
  reader.leaveOperand();
  reader.takeSymbol(')');
}
