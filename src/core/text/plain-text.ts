/**
 * Text that somebody wrote into Jira, on its way to a screen. It is data and never markup; what is taken from it here
 * is what would act on a terminal, an editor or a reader instead of being read:
 *
 * - control characters (C0 but tab and line feed, DEL, C1), with which a terminal is commanded (ECMA-48);
 * - the characters that turn the direction of text around or isolate it (U+202A–202E, U+2066–2069), with which
 *   `exe.txt` is shown as `txt.exe` (Unicode Technical Report 36; CVE-2021-42574), and the deprecated U+206A–206F;
 * - what nobody sees, and programs read all the same: the tag characters (U+E0000–E007F) outside of a flag, the byte
 *   order mark, and interlinear annotation (U+FFF9–FFFB);
 * - halves of surrogate pairs, which become U+FFFD.
 *
 * The marks that right-to-left languages need (U+200E, U+200F, U+061C) and the joiners of scripts and emoji stay.
 */

const commanding = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
/** The flags of England, Scotland and Wales are a black flag and tags. */
const hidden = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu;
const lineEnd = /\r\n?|[\u2028\u2029\x85\v\f]/g;

/** Whether there is anything to do: most text has nothing, and is then given back as it is. */
const suspicious = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/;

/** A line of which nothing is to be taken: printable ASCII with no space at its ends, as most names and summaries are. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/;

/** A text of several lines; each ends with a line feed. */
export function plainText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.toWellFormed().replace(lineEnd, '\n').replace(commanding, '').replace(hidden, '');
}

/**
 * A text of one line, for instance a name: line ends and tabs become a space.
 *
 * @param longest the most characters; Jira's own names and summaries have 255 at the most
 */
export function plainLine(text: string, longest = 1000): string {
  if (text.length <= longest && plain.test(text)) return text;
  const line = plainText(text).replace(/\s*[\n\t]\s*/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).toWellFormed()}…`;
}

/** Addresses that were looked at lately: a list of issues repeats its few icons and avatars thousands of times. */
const knownAddresses = new Map<string, string | undefined>();
const mostKnown = 500;

/** An address that a client may load or open: of http or https, or none. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (knownAddresses.has(value)) return knownAddresses.get(value);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const address = url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
  if (knownAddresses.size >= mostKnown) knownAddresses.clear();
  knownAddresses.set(value, address);
  return address;
}
