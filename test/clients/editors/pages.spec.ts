/** The pages of docs/editors/, as far as no editor is needed to judge them. */
import { assert } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'docs', 'editors');
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

describe('the pages of editors', () => {
  it('are linked from the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    assert.isAbove(pages.length, 8);
    assert.deepEqual(pages.map(({ name }) => name).filter((name) => !readme.includes(`(docs/editors/${name})`)), []);
  });

  it('show pictures and name files that are there', () => {
    for (const { name, text } of pages) {
      const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => join(folder, path));
      const files = [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => join(root, path));
      assert.deepEqual([...pictures, ...files].filter((path) => !existsSync(path)), [], name);
    }
  });

  it('have JSON that is JSON, and start the agent over its standard streams', () => {
    for (const { name, text } of pages) {
      for (const [, json = ''] of text.matchAll(/^```json\n([^]*?)^```$/gm)) assert.doesNotThrow(() => JSON.parse(json) as unknown, undefined, name);
      assert.include(text, 'jira-language-server', name);
      assert.include(text, '--stdio', name);
    }
  });
});
