// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * An RSA key pair, with what the administrator needs of it.
 * @param id An identifier made by the agent; opaque.
 * @param fingerprint {@code SHA256:} and the unpadded base64 of the SHA-256 of the SPKI DER.
 * @param publicKey SPKI, PEM.
 * @param certificate X.509, self-signed, PEM.
 * @param createdAt RFC 3339 in UTC, for instance {@code 2026-03-01T09:30:00.000Z}.
 * @param notAfter The end of the certificate.
 * @param privateKey PKCS#8, PEM; only with {@code exportPrivateKey}.
 * @param applicationLink Every value of Jira's application link form, and the steps to it.
 */
public record KeyPair(
    String id,
    long bits,
    String fingerprint,
    String publicKey,
    String certificate,
    @JsonAdapter(TimeAdapter.class) Instant createdAt,
    @JsonAdapter(TimeAdapter.class) Instant notAfter,
    @Nullable String privateKey,
    ApplicationLink applicationLink,
    List<String> warnings
) {
  public KeyPair {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(publicKey, "publicKey");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(notAfter, "notAfter");
    Objects.requireNonNull(applicationLink, "applicationLink");
    warnings = List.copyOf(warnings);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "KeyPair[" + "id=" + id + ", bits=" + bits + ", fingerprint=" + fingerprint + ", publicKey=" + publicKey + ", certificate=" + certificate + ", createdAt=" + createdAt + ", notAfter=" + notAfter + ", privateKey=" + (privateKey == null ? null : "…") + ", applicationLink=" + applicationLink + ", warnings=" + warnings + "]";
  }
}
