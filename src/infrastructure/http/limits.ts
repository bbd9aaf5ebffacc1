/** How long and how much: the bounds of every exchange. */

/** The bounds of the exchanges with one server. Times are in milliseconds, sizes in bytes. */
export interface HttpLimits {
  /** Connections to one origin at once; further requests wait for a free one. */
  readonly connections: number;
  /** Time for DNS, TCP, a proxy's tunnel and the TLS handshake, each. */
  readonly connectTimeout: number;
  /**
   * The same, for half a minute after a connection was not made in time: off VPN a firewall swallows what is sent,
   * and nobody shall wait for it anew with each request, who could have what was seen before.
   */
  readonly connectAgainTimeout: number;
  /** Time from the request to the head of the answer. */
  readonly headersTimeout: number;
  /** Time between two pieces of the body. */
  readonly bodyTimeout: number;
  /**
   * How long an idle connection is kept when the server does not say with `Keep-Alive`. Tomcat closes after
   * 20 seconds (`connectionTimeout` of Jira's `server.xml`); less than that, and the two do not cross.
   */
  readonly keepAliveTimeout: number;
  /** The longest body, as it comes over the wire and when decompressed. */
  readonly maxBodySize: number;
}

/** The bounds of the product. */
export const defaultLimits: HttpLimits = {
  connections: 10,
  connectTimeout: 10_000,
  connectAgainTimeout: 2000,
  headersTimeout: 120_000,
  bodyTimeout: 30_000,
  keepAliveTimeout: 15_000,
  maxBodySize: 64 * 1024 * 1024,
};
