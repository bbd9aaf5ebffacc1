/** Looks for secrets where none may be, in every form that they may have taken on the way. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Agent } from './agent.ts';
import { filesBelow, readIfThere } from './stored-files.ts';

/** The secrets of a test. */
export class Secrets {
  readonly #forms = new Map<string, string>();

  /** Notes a secret of one line. @param name what to call it where it is found */
  add(name: string, secret: string): string {
    assert(secret.length >= 8, `${name} is too short to be told from chance`);
    const bytes = Buffer.from(secret);
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), encodeURIComponent(encodeURIComponent(secret)), new URLSearchParams({ '': secret }).toString().slice(1), bytes.toString('hex')]) {
      this.#forms.set(form, name);
    }
    // In the midst of other bytes, base64 has one of three forms.
    for (let before = 0; before < 3; before += 1) {
      const padded = Buffer.concat([Buffer.alloc(before), bytes]);
      const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString('base64').slice(before === 0 ? 0 : 4);
      for (const form of [whole, whole.replaceAll('+', '-').replaceAll('/', '_')]) this.#forms.set(form, name);
    }
    return secret;
  }

  /** Notes a private key in PEM: each of its lines is one. */
  addPem(name: string, pem: string): string {
    for (const line of pem.split('\n').filter((each) => each.length === 64)) this.add(name, line);
    return pem;
  }

  /** @throws {Error} where one is in a text */
  assertNotIn(text: string, where: string): void {
    for (const [form, name] of this.#forms) {
      const at = text.indexOf(form);
      assert(at < 0, `${name} is in ${where}: …${text.slice(Math.max(0, at - 100), at)}█`);
    }
  }

  /** Looks through all that an agent wrote and left: its streams, its arguments, and its files but those for secrets. */
  assertKeptBy(agent: Agent): void {
    this.assertNotIn(agent.everythingWritten, 'what the agent wrote');
    this.assertNotIn(JSON.stringify(agent.frames), 'what the agent sent');
    this.assertNotIn(readFileSync(`/proc/${agent.process.pid}/cmdline`, 'utf8'), 'the arguments of the process');
    for (const file of filesBelow(agent.home)) {
      if (!isForSecrets(file)) this.assertNotIn(`${file}\n${readIfThere(file, 'latin1')}`, file);
    }
  }
}

/** Whether a file is one of those in which secrets are kept: `secrets.json`, its backup, and what was damaged of it. */
export function isForSecrets(file: string): boolean {
  return /[\\/]secrets\.json[^\\/]*$/.test(file);
}
