/** Names in Java of what the protocol leaves without one, or calls by a name that Java or LSP4J has already. */
import { errorKinds } from '../../../protocol/errors.ts';
import type { JsonSchema } from '../schema.ts';

/** The package of all that is generated. */
export const packageName = 'org.jiralanguageserver.protocol';

/** Types of the protocol that are types of LSP, or of Java. */
export const knownTypes: Readonly<Record<string, { readonly name: string; readonly imports: readonly string[] }>> = {
  Position: { name: 'Position', imports: ['org.eclipse.lsp4j.Position'] },
  Range: { name: 'Range', imports: ['org.eclipse.lsp4j.Range'] },
  ProgressToken: { name: 'Either<String, Integer>', imports: ['org.eclipse.lsp4j.jsonrpc.messages.Either'] },
};

/** Members of text that may hold a secret: what a record says of itself for a log never has it. */
export const secretMembers: ReadonlySet<string> = new Set(['token', 'password', 'privateKey', 'passphrase', 'secret', 'verifier', 'headers', 'InitializationOptions.organization']);

/** A type without a name that several others have: it is one type in Java. */
interface Shape {
  readonly name: string;
  readonly description: string;
  /** The names of its members, an optional one with `?`; or its values. */
  readonly members?: readonly string[];
  readonly values?: readonly string[];
}

const shapes: readonly Shape[] = [
  { name: 'ErrorKind', description: 'What went wrong, for programs.', values: Object.keys(errorKinds) },
  { name: 'AuthenticationType', description: 'A way in.', values: ['token', 'oauth1', 'basic'] },
  { name: 'Redirect', description: 'How the word of the user comes back from the browser.', values: ['loopback', 'oob'] },
  { name: 'CacheUse', description: 'How what was seen before is used.', values: ['fallback', 'first', 'only', 'none'] },
  { name: 'StatusCategory', description: 'What a status means, in every language and workflow.', values: ['new', 'indeterminate', 'done', 'undefined'] },
  { name: 'SprintState', description: 'The state of a sprint.', values: ['active', 'future', 'closed'] },
  { name: 'TypeOfIssue', description: 'The type of an issue, as a list shows it.', members: ['name', 'subtask', 'iconUrl?'] },
  { name: 'Status', description: 'The status of an issue.', members: ['name', 'category'] },
  { name: 'Named', description: 'Something that has a name, such as a priority.', members: ['name'] },
  { name: 'ProjectRef', description: 'The project of an issue.', members: ['key', 'name'] },
  { name: 'NamedId', description: 'Something that has a name and an id, such as a component or a version.', members: ['id', 'name'] },
];

/** The names of all types that are one in Java although the protocol has no name for them. */
export const sharedNames: readonly string[] = shapes.map(({ name }) => name);

/** The shape that a type without a name has; `undefined` where it is the only one of its kind. */
export function shapeOf(schema: JsonSchema): Omit<Shape, 'members' | 'values'> | undefined {
  const values = schema.enum === undefined ? undefined : JSON.stringify(schema.enum);
  const members = schema.properties === undefined ? undefined : JSON.stringify(memberList(schema));
  return shapes.find((shape) => (shape.values !== undefined && JSON.stringify(shape.values) === values) || (shape.members !== undefined && JSON.stringify(shape.members) === members));
}

/** `iconUrl` is `IconUrl`. */
export function typeNameOf(member: string): string {
  return `${member.charAt(0).toUpperCase()}${member.slice(1)}`;
}

/** `needsAuthorization` is `NEEDS_AUTHORIZATION`. */
export function constantOf(value: string): string {
  return value.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').toUpperCase();
}

/**
 * The name of a component of a record.
 *
 * @throws {Error} for a name that Java keeps for itself
 */
export function componentOf(member: string): string {
  if (reserved.has(member)) throw new Error(`Java has no member of the name ${member}: give it another one in scripts/protocol/java/names.ts.`);
  return member;
}

const reserved = new Set(['abstract', 'case', 'class', 'default', 'do', 'else', 'enum', 'final', 'for', 'if', 'import', 'int', 'interface', 'long', 'native', 'new', 'package', 'private', 'public', 'return', 'static', 'super', 'switch', 'this', 'void', 'while', 'clone', 'finalize', 'getClass', 'hashCode', 'notify', 'notifyAll', 'toString', 'wait']);

function memberList({ properties = {}, required = [] }: JsonSchema): string[] {
  return Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
}
