/** Gets a secret for a command: never from its arguments, which every user of the machine can see. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * @param variable the environment variable that may hold it
 * @param prompt what the user at a terminal is asked; nothing of the answer is shown. Otherwise the first line of stdin is it
 */
export async function readSecret(variable: string, prompt: string): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined && given !== '') return given;
  const { stdin, stderr } = process;
  const isTerminal = stdin.isTTY === true;
  if (isTerminal) stderr.write(`${prompt}: `);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silence, terminal: isTerminal });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (isTerminal) stderr.write('\n');
  }
}
