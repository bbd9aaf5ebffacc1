/** Every text of the extension for VS Code can be put into another language. */
import { assert } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { isTranslation, vsCodeMessages } from '../../../scripts/build/vscode-messages.ts';

/** The fields of Jira's own form: an administrator looks for them there. */
const ofJira = new Set(['Application URL', 'Application Name', 'Consumer Key', 'Consumer Name', 'Public Key']);

const client = join(import.meta.dirname, '..', '..', '..', 'clients', 'vscode');

describe('the texts of the client for VS Code', () => {
  it('of the manifest are all in package.nls.json, and none is there that nobody uses', () => {
    const used = [...readFileSync(join(client, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(([, name]) => name!);
    const known = Object.keys(JSON.parse(readFileSync(join(client, 'package.nls.json'), 'utf8')) as object);
    assert.sameMembers([...new Set(used)], known);
  });

  it('of the manifest are written nowhere else, but for the name of Jira', () => {
    const { contributes } = JSON.parse(readFileSync(join(client, 'package.json'), 'utf8')) as { contributes: unknown };
    assert.isEmpty(textsOf(contributes).filter((text) => text !== 'Jira' && !/^%[^%]+%$/.test(text)));
  });

  it('of the code are handed to translators, as they are in the code', async () => {
    const messages = await vsCodeMessages(join(client, 'src'));
    assert.propertyVal(messages, 'Start work on which issue?', 'Start work on which issue?');
    assert.propertyVal(messages, '{0}: you are not signed in.', '{0}: you are not signed in.');
  });

  it('of the code go through l10n', () => {
    const files = readdirSync(join(client, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    assert.isAbove(files.length, 50);
    assert.deepEqual(files.flatMap((name) => bareTexts(name)), []);
  });
});

/** What a manifest says to people; VS Code does not show what it says of the items of a list. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => (typeof member === 'string' && /^(title|description|markdownDescription|name|label|contents|shortTitle)$/.test(name) ? [member] : name === 'items' ? [] : textsOf(member)));
}

/** Literals that read as sentences or titles: two words with a capital first, and no code. */
function bareTexts(name: string): string[] {
  const source = ts.createSourceFile(name, readFileSync(join(client, 'src', name), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node.expression.getText(source))) return node.arguments.slice(1).forEach(visit);
    if (ts.isStringLiteralLike(node) && /^[A-Z][a-z]+(?: [\p{L}“”’'.,:;?!…-]+)+$/u.test(node.text) && !ofJira.has(node.text)) found.push(`${name}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
