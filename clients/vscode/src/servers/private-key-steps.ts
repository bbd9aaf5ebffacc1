/** Taking up an application link that is there: its consumer key, and its private key in a file. */
import { env, l10n, window, workspace } from 'vscode';
import type { Authentication } from '../../../../protocol/provider.ts';
import { showError } from '../errors.ts';
import type { Step } from '../steps.ts';

type Configure = (authentication: Authentication) => Promise<unknown>;

/** The largest file that is read as a key, in bytes. */
const largest = 64 * 1024;

/** Asks for the consumer key, the file, and its passphrase where it has one. */
export function privateKeySteps(configure: Configure): Step {
  return async (questions) => {
    const consumerKey = await questions.text({ prompt: l10n.t('The consumer key of the application link'), accept: (text) => text });
    return privateKey(consumerKey, configure);
  };
}

function privateKey(consumerKey: string, configure: Configure): Step {
  return async (questions) => {
    const text = await questions.choose<() => Promise<string | undefined>>(l10n.t('The private key of the application link'), [
      { label: l10n.t('Open a file…'), detail: l10n.t('RSA in PEM, as openssl writes it; it may be encrypted'), value: openFile },
      { label: l10n.t('Take it from the clipboard'), value: async () => env.clipboard.readText() },
    ]);
    const key = await text();
    if (key === undefined) return privateKey(consumerKey, configure);
    if (/ENCRYPTED/.test(key)) return passphrase(consumerKey, key, configure);
    try {
      await configure({ type: 'oauth1', consumerKey, keyPair: undefined, privateKey: key, passphrase: undefined });
      return undefined;
    } catch (error) {
      void showError(error);
      return privateKey(consumerKey, configure);
    }
  };
}

function passphrase(consumerKey: string, key: string, configure: Configure): Step {
  return async (questions) => {
    await questions.text({ prompt: l10n.t('The passphrase of the private key'), password: true, accept: (words) => configure({ type: 'oauth1', consumerKey, keyPair: undefined, privateKey: key, passphrase: words }) });
    return undefined;
  };
}

async function openFile(): Promise<string | undefined> {
  const [file] = (await window.showOpenDialog({ title: l10n.t('The private key'), openLabel: l10n.t('Use'), filters: { PEM: ['pem', 'key'], [l10n.t('All files')]: ['*'] } })) ?? [];
  if (file === undefined) return undefined;
  const { size } = await workspace.fs.stat(file);
  if (size > largest) throw new Error(l10n.t('This file is no private key: it is too large.'));
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}
