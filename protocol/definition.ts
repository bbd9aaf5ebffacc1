/**
 * How a request or a notification is defined: once, with its types, its validation and its
 * documentation in one value. Schemas, documents and other languages' types are made from it.
 */
import type { z } from 'zod';
import type { ErrorKind } from './errors.ts';
import type { EditorRequestMethod, NotificationMethod, RequestMethod } from './methods.ts';

/** One JSON example of a request: it is shown in the documents and checked against the schemas. */
export interface Example {
  /** What is asked. */
  readonly params: unknown;
  /** What is answered. */
  readonly result: unknown;
}

/** A request from the client to the agent. */
export interface RequestDefinition<P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly method: RequestMethod;
  /** One sentence: what the request does. */
  readonly summary: string;
  /** What else its users must know, in Markdown. */
  readonly details?: string;
  readonly params: P;
  readonly result: R;
  /** What one `$/progress` value holds, where the request streams its result. */
  readonly partialResult?: z.ZodType;
  /** The kinds of error that it answers with, beside `invalidParams` and `storage`. */
  readonly errors: readonly ErrorKind[];
  readonly example: Example;
}

/** A request from the agent to the client. */
export interface EditorRequestDefinition<P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly method: EditorRequestMethod;
  /** One sentence: what the client is to do. */
  readonly summary: string;
  /** What else the makers of clients must know, in Markdown. */
  readonly details?: string;
  /** The client capability, below `capabilities.experimental.jira`, without which it is not sent. */
  readonly capability: string;
  readonly params: P;
  readonly result: R;
  readonly example: Example;
}

/** A notification from the agent to the client. */
export interface NotificationDefinition<P extends z.ZodType = z.ZodType> {
  readonly method: NotificationMethod;
  readonly summary: string;
  /** The client capability, below `capabilities.experimental.jira`, without which it is not sent. */
  readonly capability: string;
  readonly params: P;
  readonly example: { readonly params: unknown };
}

/** Params as a handler gets them: validated, with defaults filled in and `null` made absent. */
export type ParamsOf<D extends RequestDefinition> = z.output<D['params']>;

/** Params as a client writes them. */
export type ParamsInputOf<D extends RequestDefinition> = z.input<D['params']>;

/** The result of a request. */
export type ResultOf<D extends RequestDefinition> = z.output<D['result']>;

/** Types a request definition exactly; it adds nothing at run time. */
export function defineRequest<P extends z.ZodType, R extends z.ZodType>(
  definition: RequestDefinition<P, R>,
): RequestDefinition<P, R> {
  return definition;
}

/** Types the definition of a request to the client exactly; it adds nothing at run time. */
export function defineEditorRequest<P extends z.ZodType, R extends z.ZodType>(
  definition: EditorRequestDefinition<P, R>,
): EditorRequestDefinition<P, R> {
  return definition;
}

/** Types a notification definition exactly; it adds nothing at run time. */
export function defineNotification<P extends z.ZodType>(
  definition: NotificationDefinition<P>,
): NotificationDefinition<P> {
  return definition;
}
