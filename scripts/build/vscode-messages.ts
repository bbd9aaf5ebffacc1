/** The texts in the code of the extension for VS Code, for those who put them into other languages. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * What `l10n.t` is called with, as VS Code's `bundle.l10n.json` has it: each message under itself.
 *
 * @param folder of the code
 * @throws {Error} where a message is put together as the program runs, so that nobody could translate it
 */
export async function vsCodeMessages(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const found = await Promise.all(files.map(async (name) => messagesIn(name, await readFile(join(folder, name), 'utf8'))));
  return Object.fromEntries([...new Set(found.flat())].sort().map((message) => [message, message]));
}

function messagesIn(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node.expression.getText(source))) {
      const [message] = node.arguments;
      if (message === undefined || !ts.isStringLiteralLike(message)) throw new Error(`${name}: a message is no literal: ${node.getText(source)}`);
      found.push(message.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether a function is `l10n.t`, or what is handed in for it. */
export function isTranslation(expression: string): boolean {
  return /^(?:l10n|(?:this\.#?)?words)\.t$/.test(expression);
}
