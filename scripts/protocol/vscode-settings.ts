/** The settings of the agent as VS Code has them: in the manifest of its client, and in the texts of the manifest. */
import * as z from 'zod';
import { InitializationOptions } from '../../protocol/initialize.ts';
import type { JsonSchema } from './schema.ts';

/** The part of the manifest that is generated. */
interface Configuration {
  readonly title: string;
  readonly properties: Readonly<Record<string, object>>;
}

/** Texts of the manifest that belong to settings begin with this. */
const textPrefix = 'setting.agent.';

/**
 * Who may set what. A repository may say how its own issues are shown, but not where secrets go, what is run, and whom
 * the agent believes; and what a machine holds is set for that machine.
 */
const scopes: Readonly<Record<string, 'application' | 'machine'>> = {
  storage: 'machine',
  credentialStore: 'machine',
  organization: 'application',
  organizationUser: 'application',
  ageIdentities: 'machine',
  servers: 'application',
  authorizationTimeout: 'machine',
  requestTimeout: 'machine',
  cache: 'machine',
};

/**
 * The manifest with the settings of the agent as they are now: they are the first of `contributes.configuration`.
 *
 * @param manifest the text of `clients/vscode/package.json`
 */
export function vscodeManifest(manifest: string): string {
  const parsed = JSON.parse(manifest) as { contributes: { configuration: Configuration[] } };
  const [, ...others] = parsed.contributes.configuration;
  parsed.contributes.configuration = [{ title: '%configuration.agent%', properties: settings(([name]) => `%${name}%`) }, ...others];
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

/**
 * The texts of the manifest with those of the settings as they are now.
 *
 * @param texts the text of `clients/vscode/package.nls.json`
 */
export function vscodeTexts(texts: string): string {
  const own = Object.entries(JSON.parse(texts) as Record<string, string>).filter(([name]) => !name.startsWith(textPrefix));
  const generated: [string, string][] = [];
  settings((text) => {
    generated.push([...text]);
    return '';
  });
  return `${JSON.stringify(Object.fromEntries([...own, ...generated]), undefined, 2)}\n`;
}

/** What is different for users of VS Code, who need not know what a client is. */
const ownWords: Readonly<Record<string, string>> = {
  storage: 'The folder of the agent’s files; by default the platform’s folder for data, which all editors of this machine share.',
  credentialStore:
    'Where secrets are kept: in VS Code’s secret storage (`client`), in the keyring of the system (`keyring`), or in a file that its owner alone can read (`file`). ' +
    '`auto` takes the keyring where this package has it, which all editors share, else VS Code’s storage. Secrets that are elsewhere are brought to the place that is named.',
};

/** What stands for “not set” in the editor of settings, where `null` would be in the way. */
const unset: Readonly<Record<string, unknown>> = { credentialStore: 'auto', ageIdentities: [], servers: [] };

type Text = readonly [name: string, words: string];

/** Every setting. @param text told the name and the words of a text; it gives what stands for it */
function settings(text: (text: Text) => string): Record<string, object> {
  const { $ref, $defs = {} } = schemaOf(InitializationOptions);
  const root = $defs[$ref?.replace('#/$defs/', '') ?? ''] ?? {};
  return Object.fromEntries(
    Object.entries(root.properties ?? {}).flatMap(([name, schema]) =>
      flatten(name, schema, $defs).map(([path, member]) => [
        `jira.${path}`,
        { ...setting(unset[path], member), markdownDescription: text([`${textPrefix}${path}`, ownWords[path] ?? member.description ?? '']), scope: scopes[name] ?? 'window' },
      ]),
    ),
  );
}

/** A member, or the members that it has itself: VS Code shows no setting within a setting. */
function flatten(path: string, schema: JsonSchema, definitions: Record<string, JsonSchema>): [string, JsonSchema][] {
  const { anyOf, $ref, ...rest } = schema;
  const meant = anyOf?.find(({ type }) => type !== 'null');
  if (meant !== undefined) return flatten(path, { ...meant, ...rest }, definitions);
  const referred = $ref === undefined ? schema : { ...definitions[$ref.replace('#/$defs/', '')], ...rest };
  if (referred.properties === undefined) return [[path, referred]];
  return Object.entries(referred.properties).flatMap(([name, member]) => flatten(`${path}.${name}`, { ...member, description: withContext(referred, member) }, definitions));
}

/** “Whether anything is said.” says nothing without what it is about. */
function withContext(parent: JsonSchema, member: JsonSchema): string {
  return [parent.description, member.description].filter((words) => words !== undefined).join(' ');
}

/** What VS Code is told of a setting. One without a default is `null`: else VS Code would take an empty text for it. */
function setting(fallback: unknown, { description: _description, type, default: value = fallback ?? null, ...rest }: JsonSchema & { type?: unknown }): object {
  const types = [type].flat().filter((each) => each !== 'null');
  return { type: value === null ? [...types, 'null'] : types[0], ...rest, default: value };
}

function schemaOf(type: z.ZodType): JsonSchema {
  return z.toJSONSchema(type, {
    io: 'input',
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      const meta = z.globalRegistry.get(zodSchema as z.core.$ZodType);
      if (meta?.['default'] !== undefined) jsonSchema.default = meta['default'] as typeof jsonSchema.default;
      delete jsonSchema.id;
    },
  }) as JsonSchema;
}
