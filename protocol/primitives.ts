/** The small building blocks that the definitions share. */
import * as z from 'zod';

/**
 * An optional member of params. Absent and `null` mean the same (other languages cannot tell them
 * apart), and a handler sees both as `undefined`.
 *
 * @param schema what the member holds when it is there
 */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/**
 * An optional member of params with a default for absent and `null`.
 *
 * @param schema what the member holds
 * @param value the default
 */
export function withDefault<T extends z.ZodType>(schema: T, value: z.output<T>) {
  return schema
    .nullish()
    .transform((given) => given ?? value)
    .meta({ default: value });
}

/** A point in time: RFC 3339 in UTC, with milliseconds. */
export const Time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .meta({ id: 'Time', description: 'RFC 3339 in UTC, for instance `2026-03-01T09:30:00.000Z`.' });

/** The agent's identifier of a provider, a key pair or an authorization: opaque to clients. */
export const Id = z.string().min(1).max(200).meta({ id: 'Id', description: 'An identifier made by the agent; opaque.' });

/** The base URL as a person gives it: normalised by the agent. */
export const BaseUrl = z
  .string()
  .min(1)
  .max(2048)
  .describe(
    'The address of Jira, with its context path. A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.',
  );

/** The provider that a request is for. */
export const ProviderRef = Id.describe('The provider; it may be left out where exactly one is configured.');

/** Where progress is reported (LSP). */
export const ProgressToken = z.union([z.string(), z.int()]).meta({ id: 'ProgressToken', description: 'A progress token, as in LSP.' });

/** A place in a text, as in LSP. */
export const Position = z
  .object({ line: z.int().min(0).describe('The line.'), character: z.int().min(0).describe('The place in it.') })
  .meta({ id: 'Position', description: 'A position in a text, as in LSP: both count from 0.' });

/** A part of a text, as in LSP. */
export const Range = z.object({ start: Position.describe('Where it begins.'), end: Position.describe('Where it ends.') }).meta({ id: 'Range', description: 'A part of a text, as in LSP: the end is exclusive.' });

export type Position = z.output<typeof Position>;
export type Range = z.output<typeof Range>;
