// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Map;
import org.jetbrains.annotations.Nullable;

/**
 * Network settings of one provider.
 * @param ca Certificate authorities to trust beside the system's: PEM, or the path of a PEM file.
 * @param proxy The address of an HTTP proxy, or {@code direct} for none. Absent: HTTPS_PROXY, HTTP_PROXY and NO_PROXY decide.
 * @param clientCertificate A client certificate for mutual TLS.
 * @param headers Headers to send with each request to this server, for instance for a gateway. They are kept as secrets.
 */
public record Network(
    @Nullable String ca,
    @Nullable String proxy,
    @Nullable ClientCertificate clientCertificate,
    @Nullable Map<String, String> headers
) {
  /** With what is required alone. */
  public static Network of() {
    return new Network(null, null, null, null);
  }

  /** Certificate authorities to trust beside the system's: PEM, or the path of a PEM file. */
  public Network withCa(@Nullable String ca) {
    return new Network(ca, proxy, clientCertificate, headers);
  }

  /**
   * The address of an HTTP proxy, or {@code direct} for none.
   * Absent: HTTPS_PROXY, HTTP_PROXY and NO_PROXY decide.
   */
  public Network withProxy(@Nullable String proxy) {
    return new Network(ca, proxy, clientCertificate, headers);
  }

  /** A client certificate for mutual TLS. */
  public Network withClientCertificate(@Nullable ClientCertificate clientCertificate) {
    return new Network(ca, proxy, clientCertificate, headers);
  }

  /**
   * Headers to send with each request to this server, for instance for a gateway.
   * They are kept as secrets.
   */
  public Network withHeaders(@Nullable Map<String, String> headers) {
    return new Network(ca, proxy, clientCertificate, headers);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Network[" + "ca=" + ca + ", proxy=" + proxy + ", clientCertificate=" + clientCertificate + ", headers=" + (headers == null ? null : "…") + "]";
  }
}
