/**
 * The template that a user imports into LSP4IJ, held against what LSP4IJ 0.20 (d21cff9) reads of it: a name that it
 * does not know it passes over without a word. `clients/jetbrains/profile` runs the template.
 */
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguageKind } from 'vscode-languageserver/node';
import { ClientCapabilities, InitializationOptions } from '../../../protocol/initialize.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'clients', 'jetbrains', 'lsp4ij');

/** From `LanguageServerTemplateManager`: it looks at no other file. */
const readFiles = [
  'template.json', 'settings.json', 'settings.schema.json', 'initializationOptions.json', 'experimental.json', 'clientSettings.json', 'installer.json', 'workspaceFolderSettings.json', 'README.md',
];

/** As the languages are registered in the IDEs (`Language.getID()`); one that an IDE does not have is passed over. */
const languages = new Set([
  'TEXT', 'Markdown', 'JAVA', 'kotlin', 'Groovy', 'Scala', 'Python', 'JavaScript', 'TypeScript', 'go', 'Rust', 'PHP', 'ruby', 'Dart', 'SQL', 'Shell Script', 'HTML', 'XML', 'JSON', 'yaml',
]);

/** Identifiers of LSP, and what editors use beside them. */
const languageIds = new Set<string>([
  ...Object.values(LanguageKind), 'jql', 'kotlin', 'restructuredtext', 'asciidoc', 'toml', 'properties', 'vue', 'terraform',
]);

/** From `ClientConfigurationSettings.ClientConfigurationEditorSettings`. */
const editorSettings = [
  'enableStringLiteralImprovements', 'enableStatementTerminatorImprovements', 'enableEnterBetweenBracesFix', 'enableTextMateNestedBracesImprovements', 'enableSemanticTokensFileViewProvider',
];

/** From `ServerTemplate.OS_KEY`: the first is any system that is not named. */
const systems = ['default', 'windows', 'mac', 'unix'];

describe('the template for LSP4IJ', () => {
  it('holds nothing that LSP4IJ does not look at', () => {
    expect(readdirSync(folder).filter((name) => !readFiles.includes(name))).to.deep.equal([]);
    expect(readdirSync(folder)).to.include.members(['template.json', 'README.md']);
  });

  it('names the server, and the command for each system', () => {
    const template = read('template.json');
    expect(template).to.have.all.keys('id', 'name', 'url', 'programArgs', 'env', 'languageMappings', 'fileTypeMappings');
    expect([template['id'], template['name'], template['url']]).to.deep.equal(['jira-language-server', 'Jira', '']);
    const commands = template['programArgs'] as Record<string, string>;
    expect(commands).to.include.keys('default', 'windows');
    expect(systems).to.include.members(Object.keys(commands));
    for (const command of Object.values(commands)) expect(command).to.match(/\bjira-language-server(\.cmd)? --stdio\b/);
    expect(template['env']).to.deep.equal({ includeSystemEnvironmentVariables: true });
  });

  it('maps languages and names of files that there are', () => {
    const { languageMappings, fileTypeMappings } = read('template.json') as unknown as {
      languageMappings: { language: string; languageId: string }[];
      fileTypeMappings: { fileType: { patterns: string[] }; languageId: string }[];
    };
    for (const mapping of languageMappings) {
      expect(mapping).to.have.all.keys('language', 'languageId');
      expect(languages).to.include(mapping.language);
      expect(languageIds).to.include(mapping.languageId);
    }
    for (const mapping of fileTypeMappings) {
      expect(mapping).to.have.all.keys('fileType', 'languageId');
      expect(mapping.fileType).to.have.all.keys('patterns');
      expect(languageIds).to.include(mapping.languageId);
      // `FileNameMatcherFactory` makes a matcher by extension of the one, and by the whole name of the other.
      for (const pattern of mapping.fileType.patterns) expect(pattern).to.match(/^(\*\.[a-z0-9]+|\.?[\w.]+)$/i);
    }
    const all = [...languageMappings.map(({ language }) => language), ...fileTypeMappings.flatMap(({ fileType }) => fileType.patterns)];
    expect(all).to.have.lengthOf(new Set(all).size);
    expect(all).to.include.members(['COMMIT_EDITMSG', '*.jql', '.jira.json', '*.md', '*.txt', 'TEXT']);
  });

  it('has settings of which its schema allows every one, and none that the schema does not know', () => {
    const validate = new Ajv({ strict: true }).compile(read('settings.schema.json'));
    const settings = read('settings.json') as { jira: Record<string, Record<string, unknown>> };
    expect(validate(settings), JSON.stringify(validate.errors)).to.equal(true);
    expect(validate({})).to.equal(true);
    expect(validate({ jira: { hover: { enabled: 'yes' } } })).to.equal(false);
    expect(validate({ jira: { hovers: {} } })).to.equal(false);
    for (const [name, member] of Object.entries(settings.jira)) expect(validate({ jira: { [name]: { ...member, other: 1 } } })).to.equal(false);
  });

  it('gives options that the agent knows', () => {
    const options = read('initializationOptions.json');
    expect(Object.keys(InitializationOptions.shape)).to.include.members(Object.keys(options));
    expect(InitializationOptions.parse(options)).to.deep.equal(options);
  });

  it('claims none of the messages of Jira’s own, which LSP4IJ passes over', () => {
    const { jira } = read('experimental.json') as { jira: object };
    expect(Object.keys(ClientCapabilities.shape)).to.include.members(Object.keys(jira));
    expect(Object.values(jira).filter((claimed) => claimed !== false)).to.deep.equal([]);
  });

  it('leaves the typing to the IDE', () => {
    expect(read('clientSettings.json')).to.deep.equal({ editor: Object.fromEntries(editorSettings.map((name) => [name, false])) });
  });

  it('has an installer of tasks that LSP4IJ runs', () => {
    const installer = read('installer.json');
    expect(installer).to.have.all.keys('id', 'name', 'executeOnStartServer', 'properties', 'check', 'run');
    expect(installer['executeOnStartServer']).to.equal(false);
    checkTask(installer['check'] as Task);
    checkTask(installer['run'] as Task);
  });

  it('installs what the user put there, and nothing that anybody could have published by some name', () => {
    const { exec } = read('installer.json')['run'] as Task;
    const commands = texts(exec!['command']);
    expect(commands).to.not.be.empty;
    for (const command of commands) expect(command).to.match(/^npm(\.cmd)? install --prefix \. \.\/jira-language-server\.tgz$/);
  });
});

type Task = Record<string, TaskBody>;

interface TaskBody {
  readonly [name: string]: unknown;
  readonly onSuccess?: Task;
  readonly onFail?: Task;
}

/** What each factory of tasks reads, and which of it has to be there. */
const taskMembers: Record<string, readonly [member: string, isThere: boolean][]> = {
  exec: [['command', true], ['workingDir', false], ['timeout', false], ['ignoreStderr', false]],
  showMessage: [['content', true]],
  configureServer: [['command', true]],
};

function checkTask(task: Task): void {
  expect(Object.keys(task), 'of several tasks the first one alone is run').to.have.length(1);
  const [[type, body]] = Object.entries(task) as [[string, TaskBody]];
  const members = taskMembers[type];
  if (members === undefined) throw new Error(`LSP4IJ has no task ${type}.`);
  expect(['name', 'onSuccess', 'onFail', ...members.map(([name]) => name)]).to.include.members(Object.keys(body));
  expect(body).to.include.keys('name', ...members.filter(([, isThere]) => isThere).map(([name]) => name));
  for (const text of texts(body['command'])) {
    const known = type === 'configureServer' ? '${workingDir}' : '${server.command}';
    // A task that is run has its command's properties left as they are, but where it is nothing else than the server's.
    for (const [property] of text.matchAll(/\$\{[^}]*\}/g)) expect(property).to.equal(known);
    if (type === 'exec' && text.includes('${')) expect(text).to.equal(known);
    for (const [macro] of text.matchAll(/\$[A-Z_a-z]+\$/g)) expect(macro).to.equal('$USER_HOME$');
  }
  if (body.onSuccess !== undefined) checkTask(body.onSuccess);
  if (body.onFail !== undefined) checkTask(body.onFail);
}

/** Every text of a command: for all systems or for each, whole or in parts. */
function texts(command: unknown): string[] {
  if (typeof command === 'string') return [command];
  if (Array.isArray(command)) return command.flatMap(texts);
  if (typeof command !== 'object' || command === null) return [];
  expect(systems).to.include.members(Object.keys(command));
  expect(command).to.include.keys('default');
  return Object.values(command).flatMap(texts);
}

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
}
