/** The definitions are whole: every name is defined, every member explained, every optional member may be null. */
import { expect } from 'chai';
import { type CommandDefinition, commands } from '../../../protocol/commands.ts';
import type { RequestDefinition } from '../../../protocol/definition.ts';
import { errorKinds } from '../../../protocol/errors.ts';
import { editorRequests, notifications, requests } from '../../../protocol/index.ts';
import { commandNames, editorRequestMethods, notificationMethods, requestMethods } from '../../../protocol/methods.ts';
import { ClientCapabilities } from '../../../protocol/initialize.ts';
import type { JsonSchema } from '../../../scripts/protocol/schema.ts';
import { schema } from './schema.ts';

/** Members whose name says all, in the words of Jira's own pages. */
const selfEvident = new Set([
  'applicationName', 'avatarUrl', 'bits', 'buildNumber', 'consumerKey', 'consumerName', 'displayName', 'email', 'errorMessages',
  'errors', 'iconUrl', 'id', 'key', 'labels', 'name', 'password', 'subtask', 'summary', 'supported', 'title', 'username', 'warnings',
]);

const definitions: readonly RequestDefinition[] = Object.values(requests);
const commandDefinitions: readonly CommandDefinition[] = Object.values(commands);

describe('the definitions of the protocol', () => {
  it('has a definition of each name, and no other', () => {
    expect(Object.keys(requests)).to.have.members(Object.values(requestMethods));
    expect(Object.keys(editorRequests)).to.have.members(Object.values(editorRequestMethods));
    expect(Object.keys(notifications)).to.have.members(Object.values(notificationMethods));
    expect(commandDefinitions.map(({ name }) => name)).to.have.members(Object.values(commandNames));
    for (const [name, definition] of Object.entries(commands)) expect(definition.name).to.equal(name);
    for (const [method, definition] of Object.entries({ ...requests, ...editorRequests, ...notifications })) expect(definition.method).to.equal(method);
  });

  it('gates whatever it sends to clients by a capability that they can declare', () => {
    for (const { capability } of [...Object.values(editorRequests), ...Object.values(notifications)]) expect(ClientCapabilities.shape).to.have.property(capability);
  });

  it('names each kind of error once for a request, and each kind is there', () => {
    for (const { method, errors } of definitions) {
      expect([...new Set(errors)], method).to.deep.equal(errors);
      for (const kind of errors) expect(errorKinds, method).to.have.property(kind);
      expect(errors, `${method}: these two go without saying`).to.not.include('invalidParams').and.to.not.include('storage');
    }
  });

  it('says in one sentence what each request and notification does', () => {
    for (const { method, summary } of [...definitions, ...Object.values(editorRequests), ...Object.values(notifications)]) expect(summary, method).to.match(/^[A-Z][^.]*\.$/);
    for (const { name, summary } of commandDefinitions) expect(summary, name).to.match(/^[A-Z][^.]*\.$/);
  });

  it('explains each member, or names it so that nothing is left to explain', () => {
    const unexplained = membersOfAll().filter(({ name, member }) => !selfEvident.has(name) && !isExplained(member));
    expect(unexplained.map(({ path }) => path)).to.deep.equal([]);
  });

  it('takes null for each optional member that a client writes', () => {
    const typesOfClients = Object.values(schema.methods).map(({ direction, params, result }) => (direction === 'clientToAgent' ? params : (result ?? {})));
    typesOfClients.push(...Object.values(schema.commands).map((command) => command.arguments));
    const optional = typesOfClients.flatMap((params) => membersOf(params, '')).filter(({ isRequired }) => !isRequired);
    expect(optional).to.not.have.length(0);
    expect(optional.filter(({ member }) => !acceptsNull(member)).map(({ path }) => path)).to.deep.equal([]);
  });

  it('asks for no argument of a command, since the user can be asked', () => {
    for (const { name, arguments: given, main } of commandDefinitions) {
      expect(given.safeParse({}).success, name).to.equal(true);
      if (main !== undefined) expect(resolved(schema.commands[name]?.arguments ?? {}).properties, name).to.have.property(main);
    }
  });

  it('treats null as absent', () => {
    for (const { method, params, example } of definitions) {
      const names = Object.keys(resolved(schema.methods[method]?.params ?? {}).properties ?? {});
      const given = example.params as Record<string, unknown>;
      const nulls = Object.fromEntries(names.filter((name) => !(name in given)).map((name) => [name, null]));
      expect(params.parse({ ...given, ...nulls }), method).to.deep.equal(params.parse(Object.fromEntries(names.map((name) => [name, given[name]]))));
    }
  });
});

interface Member {
  readonly path: string;
  readonly name: string;
  readonly member: JsonSchema;
  readonly isRequired: boolean;
}

function membersOfAll(): Member[] {
  return Object.entries(schema.$defs).flatMap(([name, type]) => membersOf(type, name, false));
}

/** The members of a type, and of whatever types are inside it. @param follow whether references are followed */
function membersOf(type: JsonSchema, path: string, follow = true): Member[] {
  const shape = follow ? resolved(type) : type;
  const own = Object.entries(shape.properties ?? {}).map(([name, member]) => ({
    path: `${path}.${name}`,
    name,
    member,
    isRequired: shape.required?.includes(name) ?? false,
  }));
  const inner = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.items === undefined ? [] : [shape.items])];
  return [
    ...own,
    ...own.flatMap(({ member, path: at }) => membersOf(member, at, follow)),
    ...inner.flatMap((each) => membersOf(each, path, follow)),
  ];
}

function resolved(type: JsonSchema): JsonSchema {
  return type.$ref === undefined ? type : (schema.$defs[type.$ref.replace('#/$defs/', '')] ?? {});
}

/** By words of its own, by its type's, by the values that it may have, by its own members, or by being a yes or no. */
function isExplained(member: JsonSchema): boolean {
  const { description, properties, const: only } = member;
  if (description !== undefined || properties !== undefined || member.enum !== undefined || only !== undefined) return true;
  if (member.$ref !== undefined) return isExplained(resolved(member));
  return [...(member.anyOf ?? []), ...(member.items === undefined ? [] : [member.items])].some(isExplained);
}

function acceptsNull({ type, anyOf }: JsonSchema): boolean {
  return [type].flat().includes('null') || (anyOf?.some(acceptsNull) ?? false);
}
