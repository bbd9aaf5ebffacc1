/** What failed, for the places that show it. */
import type { ErrorData, ErrorKind } from '../../../../protocol/errors.ts';

/** An error of the agent as it is shown. */
export interface Problem {
  /** For people; it says what to do next. */
  readonly message: string;
  /** Absent where it was no answer of the agent, as when it cannot be started. */
  readonly kind?: ErrorKind;
  /** What Jira says of single fields, by their ids. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What the user can do about a problem. */
export type Remedy = 'signIn' | 'retry' | 'addServer' | 'none';

/** Reads an error that a request was answered with. */
export function problemOf(error: unknown): Problem {
  const { message, data } = error as { message?: unknown; data?: Partial<ErrorData> };
  const said = typeof message === 'string' && message !== '' ? message : String(error);
  return { message: said, ...(data?.kind === undefined ? {} : { kind: data.kind }), fields: { ...fieldOfPath(data, said), ...data?.jira?.errors } };
}

/** A value that the agent itself refused names its field in the path. */
function fieldOfPath(data: Partial<ErrorData> | undefined, message: string): Record<string, string> {
  const path = data?.kind === 'invalidParams' ? data.path : undefined;
  return path === undefined ? {} : { [path.replace(/^fields\./, '')]: message };
}

/** What to offer where a list or a page could not be read. */
export function remedyOf({ kind }: Problem): Remedy {
  switch (kind) {
    case 'notAuthorized':
    case 'credentialsRejected':
    case 'credentialsExpired':
    case 'authorizationExpired':
    case 'authorizationDenied':
      return 'signIn';
    case 'unknownProvider':
      return 'addServer';
    case 'notFound':
    case 'forbidden':
    case 'unsupported':
    case 'invalidJql':
      return 'none';
    default:
      return 'retry';
  }
}

/** Whether somebody called it off, so that there is nothing to tell. */
export function isCancelled(error: unknown): boolean {
  return (error as { code?: unknown }).code === requestCancelled;
}

/** LSP's `RequestCancelled`. */
const requestCancelled = -32800;
