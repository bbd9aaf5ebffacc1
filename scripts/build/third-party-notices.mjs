/** The licences of what is bundled, which ask to be passed on with it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param {string[]} inputs the files of a bundle, relative to the working directory
 * @returns {Promise<string>} one part for each package: its name, its version, and its licence in full
 * @throws {Error} for a package that brings no licence along
 */
export async function thirdPartyNotices(inputs) {
  const folders = inputs.map((input) => input.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0]).filter((folder) => folder !== undefined);
  const parts = await Promise.all([...new Set(folders)].sort().map(notice));
  return `jira-language-server contains these packages.\n\n${parts.join('\n')}`;
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const texts = await licenceTexts(folder);
  if (texts.length === 0) throw new Error(`${name} ${version} brings no licence along: find its text before you bundle it.`);
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${texts.map((text) => `${text.trim()}\n`).join('\n')}`;
}

/** The licence files of a package; where it has none, that part of its read-me file. */
async function licenceTexts(folder) {
  const names = (await readdir(folder)).sort();
  const read = (name) => readFile(join(folder, name), 'utf8');
  const files = names.filter((name) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(name));
  if (files.length > 0) return Promise.all(files.map(read));
  const readMe = names.find((name) => /^readme\b/i.test(name));
  const part = readMe && (await read(readMe)).match(/^(#+\s*licen[cs]e\b|licen[cs]e\b.*\r?\n[-=]{3})[^]*/im);
  return part ? [part[0]] : [];
}
