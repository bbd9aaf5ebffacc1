/** The words that JQL keeps for itself, as `autocompletedata` lists them. */
export const reservedWords: readonly string[] = (
  'empty and or in distinct add after alter any as asc audit avg before begin between boolean break by byte catch cf char ' +
  'character check checkpoint collate collation column commit connect continue count create current date decimal declare ' +
  'decrement default defaults define delete delimiter desc difference divide do double drop else encoding end equals ' +
  'escape exclusive exec execute exists explain false fetch file field first float for from function go goto grant ' +
  'greater group having identified if immediate increment index initial inner inout input insert int integer intersect ' +
  'intersection into is isempty isnull join last left less like limit lock long max min minus mode modify modulo more ' +
  'multiply next noaudit not notin nowait null number object of on option or order outer output power previous prior ' +
  'privileges public raise raw remainder rename resource return returns revoke right row rowid rownum rows select session ' +
  'set share size sqrt start strict string subtract sum synonym table then to trans transaction trigger true uid union ' +
  'unique update user validate values view when whenever where while with'
).split(' ');

const reserved = new Set(reservedWords);
const structural = new Set(['cf', 'asc', 'desc', 'by']);

/** Whether a word must be quoted to be used as a name or a value. */
export function isReserved(word: string): boolean {
  return reserved.has(word.toLowerCase()) && !structural.has(word.toLowerCase());
}
