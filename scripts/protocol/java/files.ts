/** The protocol in Java: a file for each type, and the tables. */
import { join } from 'node:path';
import { readByClients, writtenByClients } from '../directions.ts';
import type { GeneratedFile } from '../files.ts';
import type { JsonSchema, ProtocolSchema } from '../schema.ts';
import { declare } from './declare.ts';
import { packageName, sharedNames } from './names.ts';
import { type JavaFile, tables } from './tables.ts';
import { type Anonymous, JavaTypes } from './types.ts';
import { referredName } from '../schema.ts';

/** The folder of the generated files, from the folder of the project. Nothing else may be in it. */
export const javaFolder = join('clients', 'jetbrains', 'core', 'src', 'main', 'java', ...packageName.split('.'));

const notice = '// Generated from protocol/ by scripts/generate.ts; do not edit.';

/** The files as they must be. @param root the folder of the project */
export function javaFiles(root: string, schema: ProtocolSchema): GeneratedFile[] {
  const types = new JavaTypes(schema);
  const files = [...declarations(schema, types), ...tables(schema, types)];
  const packageInfo = { file: join(root, javaFolder, 'package-info.java'), text: `${notice}\n\n/** The protocol of the agent: its types, and the tables of its requests and commands. */\npackage ${packageName};\n` };
  return [...files.map((file) => ({ file: join(root, javaFolder, `${file.name}.java`), text: textOf(file) })), packageInfo];
}

interface Shared {
  readonly schema: JsonSchema;
  written: boolean;
  read: boolean;
}

/** @throws {Error} where a name of a shape names nothing any more */
function declarations(schema: ProtocolSchema, types: JavaTypes): JavaFile[] {
  const written = writtenByClients(schema);
  const read = readByClients(schema);
  const shared = new Map<string, Shared>();
  const words = wordsOfMethods(schema);
  const files: JavaFile[] = [];
  const add = (name: string, definition: JsonSchema, directions: { readonly written: boolean; readonly read: boolean }): void => {
    const imports = new Set<string>();
    const share = (anonymous: Anonymous): void => {
      const { written: isWritten, read: isRead } = shared.get(anonymous.name) ?? { written: false, read: false };
      const { description: _ofMember, ...type } = anonymous.schema;
      shared.set(anonymous.name, { schema: { ...type, description: anonymous.shared! }, written: isWritten || directions.written, read: isRead || directions.read });
    };
    const lines = declare(name, definition, { types, imports, shared: share, words: (each) => words.get(each) ?? `A member of {@link ${name}}.`, ...directions });
    files.push({ name, imports: [...imports], lines });
  };
  for (const name of Object.keys(schema.$defs).filter((each) => !types.isKnown(each))) {
    add(name, types.definition(name), { written: written.has(name), read: read.has(name) });
  }
  // Whether a shared type is written and read is known when all others are declared; it may bring others with it.
  for (const [name, { schema: definition, ...directions }] of shared) add(name, definition, directions);
  const unused = sharedNames.find((name) => !shared.has(name));
  if (unused !== undefined) throw new Error(`The protocol has nothing of the shape ${unused} any more: see scripts/protocol/java/names.ts.`);
  return unique(files);
}

/** Params, results and arguments are described by what takes and gives them. */
function wordsOfMethods({ methods, commands }: ProtocolSchema): Map<string, string> {
  const taken = [...Object.entries(methods).map(([method, { params }]) => [method, params] as const), ...Object.entries(commands).map(([name, command]) => [name, command.arguments] as const)];
  const given = [...Object.entries(methods).map(([method, { result }]) => [method, result ?? {}] as const), ...Object.entries(commands).map(([name, { result }]) => [name, result] as const)];
  const parts = Object.entries(methods).map(([method, { partialResult }]) => [method, partialResult ?? {}] as const);
  const named = (of: readonly (readonly [string, JsonSchema])[], words: string) => of.map(([method, type]) => [referredName(type) ?? '', `What \`${method}\` ${words}.`] as const);
  return new Map([...named(parts, 'gives a part at a time'), ...named(given, 'gives'), ...named(taken, 'takes')]);
}

/** @throws {Error} where two types have one name */
function unique(files: JavaFile[]): JavaFile[] {
  const names = files.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`There are two types of the name ${twice} in Java.`);
  return files.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

function textOf({ imports, lines }: JavaFile): string {
  const head = [notice, '', `package ${packageName};`, '', ...imports.toSorted().map((each) => `import ${each};`), ...(imports.length > 0 ? [''] : [])];
  return `${[...head, ...lines].join('\n')}\n`;
}
