/** The names of what is kept: what it is of, in so many letters, for a file. */
import { createHash } from 'node:crypto';
import type { ProviderRecord } from '../providers/records.ts';

/** Which part of a list. */
export interface ListName {
  readonly jql: string;
  /** Ids of the extra fields. */
  readonly fields: readonly string[];
  readonly startAt: number;
  /** How many issues at the most. */
  readonly limit: number;
}

/** Whose data it is; `undefined` where it is nobody's yet. It is part of every entry, so that none is taken for another's. */
export function ownerOf({ baseUrl, user, state }: Pick<ProviderRecord, 'baseUrl' | 'user' | 'state'>): string | undefined {
  return user === undefined || state === 'needsAuthorization' ? undefined : JSON.stringify([baseUrl, user.name]);
}

/** @param owner of `ownerOf` */
export function ownerFolder(owner: string): string {
  return hash(owner);
}

/** What the names of all parts of a list with one query begin with. */
export function listPrefix(jql: string): string {
  return `list-${hash(jql)}-`;
}

/** The name of a part of a list. */
export function listEntry({ jql, fields, startAt, limit }: ListName): string {
  return `${listPrefix(jql)}${fieldsPart(fields)}-${startAt}-${limit}`;
}

/** The parts of a name of `listEntry`, without the query. */
export function parseListEntry(name: string): { readonly fields: string; readonly startAt: number; readonly limit: number } | undefined {
  const [, fields, startAt, limit] = /^list-[0-9a-f]+-([0-9a-f]+)-(\d+)-(\d+)$/.exec(name) ?? [];
  return fields === undefined ? undefined : { fields, startAt: Number(startAt), limit: Number(limit) };
}

/** What stands for the extra fields in a name; `0` for none. */
export function fieldsPart(fields: readonly string[]): string {
  return fields.length === 0 ? '0' : hash(JSON.stringify(sorted(fields))).slice(0, 8);
}

/** What the names of an issue's entries begin with. @param key in any case */
export function issuePrefix(key: string): string {
  return `issue-${hash(key.toUpperCase())}-`;
}

/** The name of an issue with some extra fields. */
export function issueEntry(key: string, fields: readonly string[]): string {
  return issuePrefix(key) + fieldsPart(fields);
}

/** An answer of Jira's, or what a client's wish stands for. */
export function otherEntry(kind: 'answer' | 'query', name: string): string {
  return `${kind}-${hash(name)}`;
}

/** Fields as a set. */
export function sorted(fields: readonly string[]): string[] {
  return [...new Set(fields)].toSorted();
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
