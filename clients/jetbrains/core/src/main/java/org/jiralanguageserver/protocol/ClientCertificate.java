// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * A client certificate for mutual TLS.
 * @param certificate PEM, or the path of a PEM file.
 * @param privateKey PEM, or the path of a PEM file.
 * @param passphrase The passphrase of the private key.
 */
public record ClientCertificate(
    String certificate,
    String privateKey,
    @Nullable String passphrase
) {
  public ClientCertificate {
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(privateKey, "privateKey");
  }

  /** With what is required alone. */
  public static ClientCertificate of(String certificate, String privateKey) {
    return new ClientCertificate(certificate, privateKey, null);
  }

  /** The passphrase of the private key. */
  public ClientCertificate withPassphrase(@Nullable String passphrase) {
    return new ClientCertificate(certificate, privateKey, passphrase);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "ClientCertificate[" + "certificate=" + certificate + ", privateKey=" + (privateKey == null ? null : "…") + ", passphrase=" + (passphrase == null ? null : "…") + "]";
  }
}
