/** Creates an issue, from a note in the code for instance, and writes its key there. */
import { requests } from '../../../../protocol/index.ts';
import type { Insertion } from '../../../../protocol/commands.ts';
import { invalidParams, JiraError } from '../../../core/errors.ts';
import type { Access } from '../../../core/issues/access.ts';
import { readProjects } from '../../../core/metadata/catalogue.ts';
import { readCreateFields, readIssueTypes } from '../../../core/metadata/create-meta.ts';
import { plainLine, plainText } from '../../../core/text/plain-text.ts';
import type { EditorClient } from '../../editor-client.ts';
import { createIssue as create } from '../../handlers/create-issue.ts';
import { validateParams } from '../../validation.ts';
import { askFields } from './ask-fields.ts';
import { chooseProvider } from './choose-provider.ts';
import type { ArgumentsOf, Command, CommandContext } from './command.ts';
import { markdownForm } from './markdown-form.ts';

type Arguments = ArgumentsOf<'jira.createIssue'>;

/** The members of `jira/createIssue` itself, and the reporter, whom Jira insists on and takes the user for (measured on 8.20). */
const own = new Set(['project', 'issuetype', 'summary', 'description', 'reporter']);
/** Characters of a summary in Jira. */
const longestSummary = 255;

/** `jira.createIssue`. */
export const createIssue: Command<'jira.createIssue'> = async (args, context, signal) => {
  const { editor } = context;
  const access = await chooseProvider({ provider: args.provider, project: args.project }, context, signal);
  const project = args.project ?? (await chooseProject(access, context));
  const type = args.type ?? (await chooseType(access, project, context));
  const screen = await readCreateFields(access, project, type);
  const fields = await askFields(
    { title: `A new ${screen.type.name} in ${project}`, fields: screen.fields.filter(({ id }) => !own.has(id)), given: args.fields, place: { project } },
    access,
    context,
  );
  const send = (text: Texts) =>
    create(validateParams(requests['jira/createIssue'].params, { provider: access.provider.id, project, type: screen.type.id, fields, ...text }), context, signal);
  const texts = textsOf(args);
  const made = texts === undefined ? await writeAndSend(`A new ${screen.type.name} in ${project}`, send, context) : await send(texts);
  const { key, summary } = made.issue;
  const inserted = args.insert !== undefined && (await insert(args.insert, key, editor));
  editor.showInfo(`${key} was created: ${summary}${args.insert !== undefined && !inserted ? ' Its key could not be written into the document.' : ''}`);
  return { ...made, inserted };
};

/** Summary and description. */
interface Texts {
  readonly summary: string;
  readonly description?: string | undefined;
}

/** @returns `undefined` where there is no text at all */
function textsOf({ summary = '', description }: Arguments): Texts | undefined {
  const whole = plainText(summary).trim();
  if (whole === '') return undefined;
  const [first = ''] = whole.split('\n');
  const line = plainLine(first, longestSummary);
  return line === whole ? { summary: line, description } : { summary: line, description: [whole, description].filter((part) => part !== undefined).join('\n\n') };
}

/** The first line is the summary, the rest the description, as in the message of a commit. */
function writeAndSend<T>(title: string, send: (texts: Texts) => Promise<T>, { dialogue }: CommandContext): Promise<T> {
  return dialogue.fillIn(
    markdownForm<T>({
      name: 'jira-new-issue',
      title: `${title}. The first line is the summary, the rest the description.`,
      accept: (markdown) => {
        const [summary = '', ...rest] = markdown.split('\n');
        if (summary.trim().length > longestSummary) throw invalidParams('summary', `The first line is the summary, and has more than ${longestSummary} characters.`);
        return send({ summary: summary.trim(), description: rest.join('\n').trim() || undefined });
      },
      done: () => 'The issue was created.',
    }),
  );
}

/** The projects that the user looked at last come first. */
async function chooseProject(access: Access, { dialogue }: CommandContext): Promise<string> {
  const [recent, all] = await Promise.all([readProjects(access, 4), readProjects(access, undefined)]);
  const known = new Set<string>();
  const projects = [...recent, ...all].filter(({ key, archived }) => !archived && !known.has(key) && known.add(key));
  if (projects.length === 0) throw new JiraError('notFound', 'Jira shows you no project.');
  return dialogue.choose('In which project?', projects.map(({ key, name }) => ({ title: plainLine(`${key} ${name}`, 80), value: key })));
}

/** Sub-tasks need a parent, and come last. */
async function chooseType(access: Access, project: string, { dialogue }: CommandContext): Promise<string> {
  const types = await readIssueTypes(access, project);
  if (types.length === 0) throw new JiraError('forbidden', `You may create no issue in ${project}.`);
  const sorted = [...types].sort((one, other) => Number(one.subtask) - Number(other.subtask));
  return sorted.length === 1 ? sorted[0]!.id : dialogue.choose('What is it?', sorted.map(({ id, name }) => ({ title: name, value: id })));
}

function insert({ uri, version, position, before, after }: Insertion, key: string, editor: EditorClient): Promise<boolean> {
  const edits = [{ range: { start: position, end: position }, newText: `${before}${key}${after}` }];
  const edit =
    editor.capabilities.documentChanges && version !== undefined
      ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
      : { changes: { [uri]: edits } };
  return editor.applyEdit(`Write ${key}`, edit);
}
