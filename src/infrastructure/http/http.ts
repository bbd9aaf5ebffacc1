/** HTTP as the core sees it: one exchange at a time, with no policy of its own. */

/** How a server is reached; resolved, with every file read. */
export interface HttpNetwork {
  /** Certificate authorities in PEM, to be trusted beside the system's. */
  readonly ca?: string | undefined;
  /** A proxy's URL, or `direct`; absent: the environment decides. */
  readonly proxy?: string | undefined;
  readonly clientCertificate?:
    | { readonly certificate: string; readonly privateKey: string; readonly passphrase?: string | undefined }
    | undefined;
}

/** One request. The URL is sent exactly as it is, since OAuth signs it. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Aborting it closes the socket. */
  readonly signal: AbortSignal;
  /** Milliseconds for the whole exchange. */
  readonly timeout: number;
}

/** One answer, whatever its status. Redirects are not followed. */
export interface HttpResponse {
  readonly status: number;
  /** By lower-case name; several of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why there was no answer. */
export type HttpFailureReason = 'offline' | 'timeout' | 'certificate' | 'proxy' | 'protocol' | 'tooLarge';

/** There was no (whole) answer. An aborted request throws its signal's reason instead. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly reason: HttpFailureReason;
  /** The code of Node.js, OpenSSL or undici, for instance `ECONNREFUSED`. */
  readonly code: string;
  /** Whether the request may have reached the server: a write is then never sent again. */
  readonly sent: boolean;

  constructor(reason: HttpFailureReason, code: string, message: string, sent: boolean, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
    this.code = code;
    this.sent = sent;
  }
}

/** Connections to one server, kept alive between requests. */
export interface HttpClient {
  /**
   * @throws {HttpFailure} when there is no whole answer
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Closes every connection; requests under way fail. */
  close(): Promise<void>;
}

/** Makes the connections to one server. */
export type HttpConnector = (network: HttpNetwork) => HttpClient;
