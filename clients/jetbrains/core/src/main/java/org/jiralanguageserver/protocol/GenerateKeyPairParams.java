// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/generateKeyPair} takes.
 * @param bits The size of the key. 2048 is known to work with Jira; 1024 is weak and answered with a warning. By default {@code 2048}.
 * @param validDays For how many days the certificate is valid. Jira itself only takes the public key. By default {@code 365}.
 * @param commonName The common name in the certificate; by default the consumer name.
 * @param baseUrl The server that the keys are for: the steps are then those of its version.
 * @param exportPrivateKey Whether the result carries the private key. By default {@code false}.
 */
public record GenerateKeyPairParams(
    @Nullable Integer bits,
    @Nullable Integer validDays,
    @Nullable String commonName,
    @Nullable String baseUrl,
    @Nullable Boolean exportPrivateKey
) {
  /** With what is required alone. */
  public static GenerateKeyPairParams of() {
    return new GenerateKeyPairParams(null, null, null, null, null);
  }

  /**
   * The size of the key. 2048 is known to work with Jira; 1024 is weak and answered with a warning.
   * By default {@code 2048}.
   */
  public GenerateKeyPairParams withBits(@Nullable Integer bits) {
    return new GenerateKeyPairParams(bits, validDays, commonName, baseUrl, exportPrivateKey);
  }

  /**
   * For how many days the certificate is valid.
   * Jira itself only takes the public key.
   * By default {@code 365}.
   */
  public GenerateKeyPairParams withValidDays(@Nullable Integer validDays) {
    return new GenerateKeyPairParams(bits, validDays, commonName, baseUrl, exportPrivateKey);
  }

  /** The common name in the certificate; by default the consumer name. */
  public GenerateKeyPairParams withCommonName(@Nullable String commonName) {
    return new GenerateKeyPairParams(bits, validDays, commonName, baseUrl, exportPrivateKey);
  }

  /** The server that the keys are for: the steps are then those of its version. */
  public GenerateKeyPairParams withBaseUrl(@Nullable String baseUrl) {
    return new GenerateKeyPairParams(bits, validDays, commonName, baseUrl, exportPrivateKey);
  }

  /**
   * Whether the result carries the private key.
   * By default {@code false}.
   */
  public GenerateKeyPairParams withExportPrivateKey(@Nullable Boolean exportPrivateKey) {
    return new GenerateKeyPairParams(bits, validDays, commonName, baseUrl, exportPrivateKey);
  }
}
