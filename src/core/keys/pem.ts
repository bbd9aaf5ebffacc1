/** PEM (RFC 7468) as people paste it: quoted, escaped, indented, or flattened into one line. */

/** One block of a PEM text. */
export interface PemBlock {
  /** What stands after `BEGIN`, with single spaces; with none at all where the text lost its white space. */
  readonly label: string;
  /** The cipher and the initialisation vector (hexadecimal) of a block encrypted as in RFC 1421. */
  readonly encryption?: { readonly cipher: string; readonly iv: string };
  /** The base64 of the content, without white space; it may be damaged. */
  readonly base64: string;
  /** Whether the `END` line is there. */
  readonly complete: boolean;
}

/**
 * Takes away what mail, shells, JSON, YAML and form fields put around a PEM: quotes, escaped line
 * breaks, a byte order mark and other characters that nobody sees.
 *
 * @param text as it was pasted
 */
export function unwrap(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\\+r\\+n|\\+[rn]/g, '\n')
    .replace(/^[\s"'`“”‘’]+|[\s"'`“”‘’]+$/g, '');
}

/**
 * Finds every block of a PEM text. Line breaks may be missing, or be spaces.
 *
 * @param text unwrapped
 */
export function readPem(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  const begins = [...text.matchAll(/-{4,5}\s*BEGIN\s*([A-Z0-9.][A-Z0-9.\s]*?)\s*-{4,5}/g)];
  for (const [index, begin] of begins.entries()) {
    const content = text.slice(begin.index + begin[0].length, begins[index + 1]?.index);
    const end = content.search(/-{4,5}\s*END/);
    const body = end < 0 ? content : content.slice(0, end);
    blocks.push({ label: begin[1]!.replace(/\s+/g, ' '), complete: end >= 0, ...readBody(body) });
  }
  return blocks;
}

/**
 * Writes a block as RFC 7468 has it, and RFC 1421 where it is encrypted.
 *
 * @param label what stands after `BEGIN`
 */
export function writePem(label: string, { base64, encryption }: Pick<PemBlock, 'base64' | 'encryption'>): string {
  const headers = encryption ? ['Proc-Type: 4,ENCRYPTED', `DEK-Info: ${encryption.cipher},${encryption.iv}`, ''] : [];
  return [`-----BEGIN ${label}-----`, ...headers, ...(base64.match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join('\n');
}

/** Where the line break after the headers is lost, the cipher tells how long the vector is. */
function readBody(body: string): Pick<PemBlock, 'base64' | 'encryption'> {
  const headers = /^\s*Proc-Type:\s*4\s*,\s*ENCRYPTED\s*DEK-Info:\s*([A-Z0-9-]+?)\s*,\s*/i.exec(body);
  if (headers === null) {
    return { base64: body.replace(/\s+/g, '') };
  }
  const cipher = headers[1]!.toUpperCase();
  const rest = body.slice(headers[0].length).replace(/\s+/g, '');
  const digits = /^(AES|CAMELLIA|ARIA|SEED)/.test(cipher) ? 32 : 16;
  return { encryption: { cipher, iv: rest.slice(0, digits) }, base64: rest.slice(digits) };
}
