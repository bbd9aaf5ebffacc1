import type { Exchange } from './exchange.ts';
import type { Reply } from './replies.ts';

/** The values of a pattern's `:names`, decoded. */
export type PathParameters = Readonly<Record<string, string>>;

/** Answers a request. */
export type Handler = (exchange: Exchange, parameters: PathParameters) => Reply | Promise<Reply>;

/**
 * Who may call a route: anybody; anybody on a public site and users on a private one; users only. An anonymous caller
 * who may not gets the 401 of the version.
 */
export type Access = 'everybody' | 'site' | 'user';

/** One resource. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the context path; a segment `:name` stands for anything. */
  readonly pattern: string;
  readonly access: Access;
  readonly handle: Handler;
}

/** A route that fits a request. */
export interface Match {
  readonly route: Route;
  readonly parameters: PathParameters;
}

/** Finds routes. */
export class Router {
  readonly #routes: readonly { readonly route: Route; readonly pattern: readonly string[] }[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({ route, pattern: route.pattern.split('/') }));
  }

  /** Finds the route for a request; tells `wrongMethod` when there is one for another method only. */
  find(method: string, path: string): Match | 'wrongMethod' | undefined {
    const segments = normalise(path).split('/');
    const fitting = this.#routes.flatMap(({ route, pattern }): Match[] => {
      const parameters = fit(pattern, segments);
      return parameters === undefined ? [] : [{ route, parameters }];
    });
    const wanted = method === 'HEAD' ? 'GET' : method;
    const [found] = fitting
      .filter(({ route }) => route.method === wanted)
      .sort((left, right) => Object.keys(left.parameters).length - Object.keys(right.parameters).length);
    return found ?? (fitting.length > 0 ? 'wrongMethod' : undefined);
  }
}

/** `latest` stands for the newest version of a REST resource. */
function normalise(path: string): string {
  return path.replace(/^\/rest\/api\/latest(?=\/|$)/, '/rest/api/2').replace(/^\/rest\/agile\/latest(?=\/|$)/, '/rest/agile/1.0');
}

function fit(pattern: readonly string[], segments: readonly string[]): PathParameters | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at] ?? '';
    if (part.startsWith(':') && segment !== '') parameters[part.slice(1)] = decodeSegment(segment);
    else if (part !== segment) return undefined;
  }
  return parameters;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
