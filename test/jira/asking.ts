import type { Jira } from './jira.ts';

/** Asks a Jira for something below its base URL. */
export interface Asking {
  /** An answer with its body read. */
  (path: string, init?: RequestInit & { readonly json?: unknown }): Promise<Answered>;
}

/** An answer with its body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, where it is. */
  readonly body: Record<string, unknown>;
}

/** Makes a function that asks a Jira with an `Authorization` header, or without one; it keeps no cookies. */
export function asking(jira: Jira, authorization?: string): Asking {
  return async (path, { json, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (authorization !== undefined) headers.set('Authorization', authorization);
    if (json !== undefined) headers.set('Content-Type', 'application/json');
    const answer = await fetch(jira.baseUrl + path, {
      redirect: 'manual',
      ...init,
      headers,
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
    return { status: answer.status, headers: answer.headers, text, body: (isJson ? JSON.parse(text) : {}) as Answered['body'] };
  };
}

/** An `Authorization` header for a personal access token. */
export function bearer(token: string): string {
  return `Bearer ${token}`;
}

/** An `Authorization` header for a password. */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
