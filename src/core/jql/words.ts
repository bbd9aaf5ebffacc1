/** The words of JQL, and when a name or a value must stand in quotation marks. */

/**
 * The words that JQL keeps for itself everywhere (Atlassian, "Advanced searching", "Reserved words"), and those of its
 * keywords that are not on that list.
 */
const reservedWords: ReadonlySet<string> = new Set((
  'abort access add after alias all alter and any as asc audit avg before begin between boolean break by byte catch cf char character check checkpoint ' +
  'collate collation column commit connect continue count create current date decimal declare decrement default defaults define delete delimiter desc ' +
  'difference distinct divide do double drop else empty encoding end equals escape exclusive exec execute exists explain false fetch file field first ' +
  'float for from function go goto grant greater group having identified if immediate in increment index initial inner inout input insert int integer ' +
  'intersect intersection into is isempty isnull join last left less like limit lock long max min minus mode modify modulo more multiply next noaudit ' +
  'not notin nowait null number object of on option or order outer output power previous prior privileges public raise raw remainder rename resource ' +
  'return returns revoke right row rowid rownum rows select session set share size sqrt start strict string subtract sum synonym table then to trans ' +
  'transaction trigger true uid union unique update user validate values view when whenever where while with was changed during'
).split(' '));

/** A string in JQL: between quotation marks, with those inside, backslashes and line ends escaped. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')}"`;
}

/** A name or a value as it is written in a query: between quotation marks where it needs them. */
export function written(text: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(text) && !isReserved(text) ? text : quote(text);
}

/** What is written, without quotation marks and the escapes that they need. */
export function unquoted(text: string): string {
  return /^".*"$|^'.*'$/s.test(text) ? text.slice(1, -1).replace(/\\([\\"'])/g, '$1') : text;
}

/** Whether a bare word cannot be a name or a value. */
export function isReserved(word: string): boolean {
  return reservedWords.has(word.toLowerCase());
}
