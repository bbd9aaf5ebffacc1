// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * A key of an application link that an organization has published.
 * The private key is encrypted.
 * @param fingerprint {@code SHA256:} and the unpadded base64 of the SHA-256 of the SPKI DER of a public key.
 * @param addedAt When it was published.
 * @param users How many people sign with it; told to administrators.
 */
public record OrganizationKey(
    String fingerprint,
    @JsonAdapter(TimeAdapter.class) Instant addedAt,
    @Nullable Long users
) {
  public OrganizationKey {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(addedAt, "addedAt");
  }
}
