import { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AuthenticationKind } from './auth/identity.ts';

/** One request that the server has seen. The fields that are not read-only are filled in as it goes on. */
export interface SeenRequest {
  readonly method: string;
  /** The path as received, context path included, without the query. */
  readonly path: string;
  /** The query as received, without the question mark. */
  readonly query: string;
  /** By lower-case name, as received. */
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds since 1970, by the real clock. */
  readonly at: number;
  /** The client's port: requests of one value came over one connection. */
  readonly connection: number;
  /** How the request was recognised; absent until then, or where it was refused before. */
  authentication?: AuthenticationKind;
  userName?: string;
  body: string;
  /** Absent until an answer was sent. */
  status?: number;
  /** Whether the client went away before the answer was complete. */
  aborted: boolean;
  /** Whether it is over, one way or the other. */
  finished: boolean;
}

interface JournalEvents {
  request: [SeenRequest];
  finished: [SeenRequest];
}

/** Every request in the order of arrival; `request` is emitted on arrival, `finished` when it is over. */
export class Journal extends EventEmitter<JournalEvents> {
  readonly requests: SeenRequest[] = [];

  /** Notes the arrival of a request. */
  arrived(request: IncomingMessage): SeenRequest {
    const target = request.url ?? '';
    const at = target.indexOf('?');
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: at < 0 ? target : target.slice(0, at),
      query: at < 0 ? '' : target.slice(at + 1),
      headers: request.headers,
      at: Date.now(),
      connection: request.socket.remotePort ?? 0,
      body: '',
      aborted: false,
      finished: false,
    };
    this.requests.push(seen);
    this.emit('request', seen);
    return seen;
  }

  /** Notes that a request is over. */
  over(seen: SeenRequest, aborted: boolean): void {
    seen.aborted = aborted;
    seen.finished = true;
    this.emit('finished', seen);
  }
}
