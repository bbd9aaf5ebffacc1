/** Reads the JSON of a server that may be hostile. */

/** Below this many characters nothing needs counting: 4 MiB are parsed in a moment, whatever they hold. */
const harmlessLength = 4 * 1024 * 1024;
/** Objects and lists in one answer. A page of 1,000 issues with everything in them has half as many. */
const mostContainers = 1_000_000;
/** Commas in one answer, those in texts included. */
const mostSeparators = 5_000_000;

/**
 * Parses JSON, unless it is made for being expensive: 64 MiB of `[],[],…` keep a processor busy for 10 seconds, and
 * take 2 GB (measured on Node.js 20).
 *
 * @throws {SyntaxError} where it is no JSON; its message may quote the text
 * @throws {RangeError} where it has more objects and lists than anything that Jira sends
 */
export function parseJson(text: string): unknown {
  if (text.length > harmlessLength) assertReasonable(text);
  return JSON.parse(text);
}

function assertReasonable(text: string): void {
  let containers = 0;
  let separators = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === comma) separators += 1;
    else if (code === brace || code === bracket) containers += 1;
  }
  if (containers > mostContainers || separators > mostSeparators) throw new RangeError('The JSON has too many parts.');
}

const [comma, brace, bracket] = [0x2c, 0x7b, 0x5b];
