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
  /** How a success is wanted: as text unless given, as the bytes that it is, or as its text in bytes of UTF-8. */
  readonly bytes?: 'raw' | 'utf-8' | undefined;
  /** The longest body in bytes, where it is to be less than the product's bound. */
  readonly maxBodySize?: number | undefined;
}

/** One answer, whatever its status. Redirects are not followed. */
export interface HttpResponse {
  readonly status: number;
  /** By lower-case name; several of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body of a success that was wanted as bytes; `body` is empty then. */
  readonly bytes?: Buffer | undefined;
}

/** Why there was no answer. */
export type HttpFailureReason = 'offline' | 'timeout' | 'certificate' | 'proxy' | 'protocol' | 'tooLarge';

/** There was no (whole) answer. An aborted request throws its signal's reason instead. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly reason: HttpFailureReason;
  /** The code of Node.js, OpenSSL or undici, for instance `ECONNREFUSED`; `HTTP_407` and the like of a proxy. */
  readonly code: string;
  /** Whether the request may have reached the server: a write is then never sent again. */
  readonly sent: boolean;
  /** What the user or the administrator can do about it. */
  readonly hint: string | undefined;

  /**
   * @param reason what went wrong, for programs
   * @param code of Node.js, OpenSSL, undici or a proxy
   * @param message what went wrong, for people: host and port, and never a credential or a query
   * @param sent whether the request may have reached the server
   * @param details what to do about it, and the error behind it, for the log alone
   */
  constructor(
    reason: HttpFailureReason,
    code: string,
    message: string,
    sent: boolean,
    details: { readonly hint?: string | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.reason = reason;
    this.code = code;
    this.sent = sent;
    this.hint = details.hint;
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
