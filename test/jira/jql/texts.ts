import type { Position } from './ast.ts';

/** What Jira says about queries, in one language. */
export interface JqlTexts {
  readonly prefix: string;
  readonly at: (position: Position) => string;
  readonly unfinishedString: (text: string) => string;
  readonly reservedCharacter: (character: string, escape: string) => string;
  readonly reservedWord: (word: string) => string;
  readonly illegalEscape: (escape: string) => string;
  readonly noField: (got: string) => string;
  readonly noFieldAtEnd: string;
  readonly noOperator: (got: string) => string;
  readonly noOperatorAtEnd: string;
  readonly noValue: (got: string) => string;
  readonly noValueAtEnd: string;
  readonly noLogic: (got: string) => string;
  readonly expected: (wanted: string, got: string) => string;
  readonly expectedAtEnd: (wanted: string) => string;
  readonly unknownField: (field: string) => string;
  readonly anonymousField: (field: string) => string;
  readonly unknownValue: (value: string, field: string) => string;
  readonly unknownId: (id: string, field: string) => string;
  readonly unknownIssue: (key: string, field: string) => string;
  readonly unknownFunction: (name: string) => string;
  readonly badOperator: (operator: string, field: string) => string;
  readonly noHistory: (field: string) => string;
  readonly noList: (operator: string, value: string, field: string) => string;
  readonly badDate: (value: string, field: string) => string;
  readonly badNumber: (value: string, field: string) => string;
  readonly badText: (value: string, field: string) => string;
  readonly notSortable: (field: string) => string;
}

const operators = "'=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'";
const dateFormats = "'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd'";

const english: JqlTexts = {
  prefix: 'Error in the JQL Query: ',
  at: ({ line, character }) => ` (line ${line}, character ${character})`,
  unfinishedString: (text) => `The quoted string '${text}' has not been completed.`,
  reservedCharacter: (character, escape) =>
    `The character '${character}' is a reserved JQL character. You must enclose it in a string or use the escape '${escape}' instead.`,
  reservedWord: (word) =>
    `'${word}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.`,
  illegalEscape: (escape) =>
    `'${escape}' is an illegal JQL escape sequence. The valid escape sequences are \\', \\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX.`,
  noField: (got) =>
    `Expecting a field name but got '${got}'. You must surround '${got}' in quotation marks to use it as a field name.`,
  noFieldAtEnd: 'Expecting a field name at the end of the query.',
  noOperator: (got) => `Expecting operator but got '${got}'. The valid operators are ${operators}.`,
  noOperatorAtEnd: `Expecting operator before the end of the query. The valid operators are ${operators}.`,
  noValue: (got) =>
    `Expecting either a value, list or function but got '${got}'. You must surround '${got}' in quotation marks to use it as a value.`,
  noValueAtEnd: 'Expecting either a value, list or function before the end of the query.',
  noLogic: (got) => `Expecting either 'OR' or 'AND' but got '${got}'.`,
  expected: (wanted, got) => `Expecting '${wanted}' but got '${got}'.`,
  expectedAtEnd: (wanted) => `Expecting '${wanted}' before the end of the query.`,
  unknownField: (field) => `Field '${field}' does not exist or you do not have permission to view it.`,
  anonymousField: (field) => `Field '${field}' does not exist or this field cannot be viewed by anonymous users.`,
  unknownValue: (value, field) => `The value '${value}' does not exist for the field '${field}'.`,
  unknownId: (id, field) => `A value with ID '${id}' does not exist for the field '${field}'.`,
  unknownIssue: (key, field) => `An issue with key '${key}' does not exist for field '${field}'.`,
  unknownFunction: (name) => `Unable to find JQL function '${name}()'.`,
  badOperator: (operator, field) => `The operator '${operator}' is not supported by the '${field}' field.`,
  noHistory: (field) => `History searches do not support the '${field}' field.`,
  noList: (operator, value, field) => `Operator '${operator}' does not support the non-list value '${value}' for field '${field}'.`,
  badDate: (value, field) =>
    `Date value '${value}' for field '${field}' is invalid. Valid formats include: ${dateFormats}, or a period format e.g. '-5d', '4w 2d'.`,
  badNumber: (value, field) => `Value '${value}' is invalid for the '${field}' field. It must be a number.`,
  badText: (value, field) => `Unable to parse the text '${value}' for field '${field}'.`,
  notSortable: (field) => `Not able to sort using field '${field}'.`,
};

const german: JqlTexts = {
  prefix: 'Fehler in der JQL-Abfrage: ',
  at: ({ line, character }) => ` (Zeile ${line}, Zeichen ${character})`,
  unfinishedString: (text) => `Die Zeichenfolge in Anführungszeichen '${text}' wurde nicht abgeschlossen.`,
  reservedCharacter: (character, escape) =>
    `Das Zeichen '${character}' ist ein reserviertes JQL-Zeichen. Sie müssen es in eine Zeichenfolge einschließen oder stattdessen '${escape}' verwenden.`,
  reservedWord: (word) => `'${word}' ist ein reserviertes JQL-Wort. Setzen Sie es in einer Abfrage in Anführungszeichen.`,
  illegalEscape: (escape) => `'${escape}' ist eine unzulässige JQL-Escapesequenz.`,
  noField: (got) => `Es wird ein Feldname erwartet, aber '${got}' erhalten.`,
  noFieldAtEnd: 'Am Ende der Abfrage wird ein Feldname erwartet.',
  noOperator: (got) => `Es wird ein Operator erwartet, aber '${got}' erhalten. Gültige Operatoren sind ${operators}.`,
  noOperatorAtEnd: `Vor dem Ende der Abfrage wird ein Operator erwartet. Gültige Operatoren sind ${operators}.`,
  noValue: (got) => `Es wird ein Wert, eine Liste oder eine Funktion erwartet, aber '${got}' erhalten.`,
  noValueAtEnd: 'Vor dem Ende der Abfrage wird ein Wert, eine Liste oder eine Funktion erwartet.',
  noLogic: (got) => `Es wird 'OR' oder 'AND' erwartet, aber '${got}' erhalten.`,
  expected: (wanted, got) => `Es wird '${wanted}' erwartet, aber '${got}' erhalten.`,
  expectedAtEnd: (wanted) => `Vor dem Ende der Abfrage wird '${wanted}' erwartet.`,
  unknownField: (field) => `Das Feld '${field}' ist nicht vorhanden, oder Sie sind nicht berechtigt, es anzuzeigen.`,
  anonymousField: (field) => `Das Feld '${field}' ist nicht vorhanden oder kann von anonymen Benutzern nicht angezeigt werden.`,
  unknownValue: (value, field) => `Der Wert '${value}' ist für das Feld '${field}' nicht vorhanden.`,
  unknownId: (id, field) => `Ein Wert mit der ID '${id}' ist für das Feld '${field}' nicht vorhanden.`,
  unknownIssue: (key, field) => `Ein Vorgang mit dem Schlüssel '${key}' ist für das Feld '${field}' nicht vorhanden.`,
  unknownFunction: (name) => `Die JQL-Funktion '${name}()' wurde nicht gefunden.`,
  badOperator: (operator, field) => `Der Operator '${operator}' wird vom Feld '${field}' nicht unterstützt.`,
  noHistory: (field) => `Verlaufssuchen unterstützen das Feld '${field}' nicht.`,
  noList: (operator, value, field) => `Der Operator '${operator}' unterstützt den Wert '${value}', der keine Liste ist, für das Feld '${field}' nicht.`,
  badDate: (value, field) => `Der Datumswert '${value}' für das Feld '${field}' ist ungültig. Gültige Formate sind: ${dateFormats}.`,
  badNumber: (value, field) => `Der Wert '${value}' ist für das Feld '${field}' ungültig. Er muss eine Zahl sein.`,
  badText: (value, field) => `Der Text '${value}' für das Feld '${field}' konnte nicht verarbeitet werden.`,
  notSortable: (field) => `Sortierung nach dem Feld '${field}' ist nicht möglich.`,
};

/** The texts by language. */
export const jqlTexts: Readonly<Record<'en' | 'de', JqlTexts>> = { en: english, de: german };

/** A query that Jira refuses as it stands; the message is Jira's. */
export class JqlParseError extends Error {
  override readonly name = 'JqlParseError';
}
