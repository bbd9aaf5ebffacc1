// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * Which key a person signs with, as the person’s agent reports it.
 * @param user The name that the person chose ({@code organizationUser}), else an identifier that says nothing of the person.
 * @param fingerprint The key that the person’s agent signs with.
 * @param seenOn The day of the report, as in {@code 2026-03-01}.
 */
public record KeyUser(
    String user,
    String fingerprint,
    String seenOn
) {
  public KeyUser {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(seenOn, "seenOn");
  }
}
