/** The files that are made from the protocol. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { protocolDocument } from './document.ts';
import { javaFiles, javaFolder } from './java/files.ts';
import { lsp4ijSettings, lsp4ijSettingsSchema } from './lsp4ij-settings.ts';
import { protocolSchema } from './schema.ts';
import { vscodeManifest, vscodeTexts } from './vscode-settings.ts';
import { workspaceSchema } from './workspace-schema.ts';

/** A file, and what it must hold. */
export interface GeneratedFile {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
}

/**
 * Every generated file, as it must be now.
 *
 * @param root the folder of the project
 */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const template = await readFile(join(import.meta.dirname, 'template.md'), 'utf8');
  const schema = protocolSchema();
  const vscode = async (name: string, make: (text: string) => string): Promise<GeneratedFile> => {
    const file = join(root, 'clients', 'vscode', name);
    return { file, text: make(await readFile(file, 'utf8')) };
  };
  return [
    { file: join(root, 'docs', 'schema', 'jira-protocol.schema.json'), text: `${JSON.stringify(schema, undefined, 2)}\n` },
    { file: join(root, 'docs', 'PROTOCOL.md'), text: protocolDocument(template, schema) },
    { file: join(root, 'docs', 'schema', 'jira-workspace.schema.json'), text: `${JSON.stringify(workspaceSchema(), undefined, 2)}\n` },
    { file: join(root, 'clients', 'jetbrains', 'lsp4ij', 'settings.json'), text: `${JSON.stringify(lsp4ijSettings(), undefined, 2)}\n` },
    { file: join(root, 'clients', 'jetbrains', 'lsp4ij', 'settings.schema.json'), text: `${JSON.stringify(lsp4ijSettingsSchema(), undefined, 2)}\n` },
    await vscode('package.json', vscodeManifest),
    await vscode('package.nls.json', vscodeTexts),
    ...javaFiles(root, schema),
  ];
}

/** The generated files that are missing, not as they must be, or there no more, as paths from `root`. */
export async function outdatedFiles(root: string): Promise<string[]> {
  const outdated: string[] = [];
  for (const { file, text } of await generatedFiles(root)) {
    const current = await readFile(file, 'utf8').catch(() => undefined);
    if (current !== text) outdated.push(relative(root, file));
  }
  return [...outdated, ...(await leftoverFiles(root)).map((file) => relative(root, file))];
}

/** What is in a folder of generated files and is generated no more: types that the protocol has lost. */
export async function leftoverFiles(root: string): Promise<string[]> {
  const generated = new Set((await generatedFiles(root)).map(({ file }) => file));
  const there = await readdir(join(root, javaFolder)).catch(() => []);
  return there.map((name) => join(root, javaFolder, name)).filter((file) => !generated.has(file));
}
