/** Questions on a terminal, or to whatever is piped in. */
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { plainText } from './output.ts';

/** Asks one question after another on stdin. What is typed ahead answers the questions to come. */
export class Questions {
  readonly #input: Interface;
  readonly #answers: AsyncIterator<string>;
  #hidden = false;

  constructor() {
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (!this.#hidden) process.stdout.write(chunk);
        done();
      },
    });
    // No history: an arrow key must not bring a secret back.
    this.#input = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY, historySize: 0 });
    // In raw mode Ctrl-C is a character; it must also end a wait in which nothing is asked.
    this.#input.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    this.#answers = this.#input[Symbol.asyncIterator]();
  }

  /** The answer to a question, without the space around it. @throws {Error} where the input ends first */
  async ask(question: string): Promise<string> {
    this.#input.setPrompt(plainText(question));
    this.#input.prompt();
    return this.#answer();
  }

  /** Like `ask`; what is typed is not shown. */
  async secret(question: string): Promise<string> {
    process.stdout.write(plainText(question));
    this.#hidden = true;
    try {
      return await this.#answer();
    } finally {
      this.#hidden = false;
      process.stdout.write('\n');
    }
  }

  /** A question that Enter agrees to. */
  async agree(question: string): Promise<boolean> {
    return !/^n/i.test(await this.ask(`${question} [Y/n] `));
  }

  close(): void {
    this.#input.close();
  }

  async #answer(): Promise<string> {
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error('The input ended before the question was answered.');
    return value.trim();
  }
}
