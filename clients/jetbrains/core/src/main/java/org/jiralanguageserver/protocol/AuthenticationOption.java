// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * One way in, and how it fits a server.
 * @param recommended True for one option at most.
 * @param reason Why, for people.
 */
public record AuthenticationOption(
    AuthenticationType type,
    boolean supported,
    boolean recommended,
    String reason
) {
  public AuthenticationOption {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(reason, "reason");
  }
}
