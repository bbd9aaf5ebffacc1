/** Every example, in the definitions and in the document, is what the protocol says, and no more than that. */
import { assert } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver/node';
import { type CommandDefinition, commands } from '../../../protocol/commands.ts';
import type { EditorRequestDefinition, RequestDefinition } from '../../../protocol/definition.ts';
import { editorRequests, notifications, requests } from '../../../protocol/index.ts';
import { commandNames, editorRequestMethods, notificationMethods, requestMethods } from '../../../protocol/methods.ts';
import type { CommandName, EditorRequestMethod, NotificationMethod, RequestMethod } from '../../../protocol/methods.ts';
import { checkEditorParams, checkNotification, checkPartialResult, checkResult } from '../../support/validation.ts';
import { assertValid, root, schema } from './schema.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data: { readonly kind: string } };
}

describe('the examples of the protocol', () => {
  for (const { method, example, params } of Object.values(requests) as RequestDefinition[]) {
    it(`are valid for ${method}`, () => {
      assertRequest(method, example.params);
      params.parse(example.params);
      assertResult(method, example.result);
    });
  }

  for (const { method, example, result } of Object.values(editorRequests) as EditorRequestDefinition[]) {
    it(`are valid for ${method}`, () => {
      assertEditorRequest(method, example.params);
      assertEditorAnswer(method, example.result);
      result.parse(example.result);
    });
  }

  for (const { name, example, arguments: given, result } of Object.values(commands) as CommandDefinition[]) {
    it(`are valid for ${name}`, () => {
      assertArguments(name, example.arguments);
      given.parse(example.arguments);
      assertValid(`The result of ${name}`, schema.commands[name]?.result.$ref, example.result);
      expect(result.parse(example.result)).to.deep.equal(example.result);
    });
  }

  for (const { method, example } of Object.values(notifications)) {
    it(`are valid for ${method}`, () => assertNotification(method, example.params));
  }
});

describe('the examples of PROTOCOL.md', () => {
  const document = readFileSync(join(root, 'docs', 'PROTOCOL.md'), 'utf8');
  const messages = [...document.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) => JSON.parse(text) as Message);
  const requestOf = (id: number | undefined) => messages.find((message) => message.id === id && message.method !== undefined);

  it('show each request with its answer, and each notification', () => {
    const shown = messages.map(({ method }) => method);
    expect(shown).to.include.members(Object.values(requestMethods));
    expect(shown).to.include.members(Object.values(editorRequestMethods));
    expect(shown).to.include.members(Object.values(notificationMethods));
    expect(messages.map(({ params }) => (params as { command?: string } | undefined)?.command)).to.include.members(Object.values(commandNames));
    for (const { id } of messages.filter(({ method, id }) => method !== undefined && id !== undefined)) {
      expect(messages.filter((message) => message.id === id), `id ${id}`).to.have.length(2);
    }
  });

  messages.forEach((message, index) => {
    it(`are valid: block ${index + 1}, ${message.method ?? `answer to ${requestOf(message.id)?.method ?? 'a request'}`}`, () => {
      expect(message).to.have.property('jsonrpc', '2.0');
      if (message.method !== undefined) assertMessage(message.method, message.params);
      else if (message.error !== undefined) assertError(message.error);
      else assertAnswer(requestOf(message.id), message.result);
    });
  });
});

function assertMessage(method: string, params: unknown): void {
  if (isOurs(method)) return assertRequest(method, params);
  if (isForEditors(method)) return assertEditorRequest(method, params);
  switch (method) {
    case 'jira/providersChanged':
    case 'jira/issuesChanged':
      return assertNotification(method, params);
    case 'workspace/executeCommand': {
      const { command, arguments: given } = params as { command: CommandName; arguments: [unknown] };
      return assertArguments(command, given[0]);
    }
    case 'initialize':
      return assertInitialize(params as InitializeParams);
    case '$/progress':
      return assertPartialResult((params as { value: unknown }).value);
    case '$/cancelRequest':
      return void expect(params).to.have.property('id').that.is.a('number');
    default:
      assert.fail(`Nobody knows how to validate ${method}.`);
  }
}

function assertAnswer({ method, params }: Message = {}, result: unknown): void {
  if (method === 'initialize') {
    const { experimental } = (result as InitializeResult).capabilities as { experimental: { jira: { requests: string[]; notifications: string[] } } };
    assertValid('capabilities', '#/$defs/AgentCapabilities', experimental.jira);
    expect(experimental.jira.requests).to.deep.equal(Object.values(requestMethods));
    expect(experimental.jira.notifications).to.deep.equal(Object.values(notificationMethods));
  } else if (method === 'workspace/executeCommand') {
    const { command } = params as { command: CommandName };
    assertValid(`The result of ${command}`, schema.commands[command]?.result.$ref, result);
  } else if (method !== undefined && isForEditors(method)) {
    assertEditorAnswer(method, result);
  } else {
    assert(method !== undefined && isOurs(method), 'The answer belongs to no request.');
    assertResult(method, result);
  }
}

function assertInitialize({ capabilities, initializationOptions }: InitializeParams): void {
  assertValid('initializationOptions', '#/$defs/InitializationOptions', initializationOptions);
  assertKnownMembers('#/$defs/InitializationOptions', initializationOptions);
  const { jira } = capabilities.experimental as { jira: unknown };
  assertValid('client capabilities', '#/$defs/ClientCapabilities', jira);
  assertKnownMembers('#/$defs/ClientCapabilities', jira);
}

function assertRequest(method: RequestMethod, params: unknown): void {
  const reference = schema.methods[method]?.params.$ref;
  assertValid(`The params of ${method}`, reference, params);
  assertKnownMembers(reference, params);
}

function assertArguments(command: CommandName, given: unknown): void {
  const reference = schema.commands[command]?.arguments.$ref;
  assertValid(`The arguments of ${command}`, reference, given);
  assertKnownMembers(reference, given);
}

function assertResult(method: RequestMethod, result: unknown): void {
  assertValid(`The result of ${method}`, schema.methods[method]?.result?.$ref, result);
  checkResult(method, result);
}

function assertEditorRequest(method: EditorRequestMethod, params: unknown): void {
  assertValid(`The params of ${method}`, schema.methods[method]?.params.$ref, params);
  checkEditorParams(method, params);
}

function assertEditorAnswer(method: EditorRequestMethod, result: unknown): void {
  const reference = schema.methods[method]?.result?.$ref;
  assertValid(`The result of ${method}`, reference, result);
  if (result !== null) assertKnownMembers(reference, result);
}

function assertPartialResult(value: unknown): void {
  assertValid('A partial result', schema.methods['jira/issues']?.partialResult?.$ref, value);
  checkPartialResult('jira/issues', value);
}

function assertNotification(method: NotificationMethod, params: unknown): void {
  assertValid(`The params of ${method}`, schema.methods[method]?.params.$ref, params);
  checkNotification(method, params);
}

function assertError({ code, message, data }: NonNullable<Message['error']>): void {
  expect(message).to.match(/\S/);
  assertValid('The data of an error', '#/$defs/ErrorData', data);
  expect(code).to.equal(data.kind === 'invalidParams' ? ErrorCodes.InvalidParams : LSPErrorCodes.RequestFailed);
}

/** The schema allows what it does not know; an example may not make use of that. */
function assertKnownMembers(reference: string | undefined, value: unknown): void {
  const type = schema.$defs[reference?.replace('#/$defs/', '') ?? ''];
  expect(Object.keys(type?.properties ?? {})).to.include.members(Object.keys(value as object));
}

function isForEditors(method: string): method is EditorRequestMethod {
  return method in editorRequests;
}

function isOurs(method: string): method is RequestMethod {
  return method in requests;
}
