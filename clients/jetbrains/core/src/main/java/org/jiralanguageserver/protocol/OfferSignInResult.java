// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jiralanguageserver.wire.WireEnum;

/**
 * What {@code jira/offerSignIn} gives.
 * @param answer {@code never} is heeded by every window, and {@code notNow} for 30 days, wherever nothing is lost by it.
 */
public record OfferSignInResult(
    Answer answer
) {
  public OfferSignInResult {
    Objects.requireNonNull(answer, "answer");
  }

  /** {@code never} is heeded by every window, and {@code notNow} for 30 days, wherever nothing is lost by it. */
  public enum Answer implements WireEnum {
    /** {@code signedIn}. */
    SIGNED_IN("signedIn"),
    /** {@code notNow}. */
    NOT_NOW("notNow"),
    /** {@code never}. */
    NEVER("never");

    private final String value;

    Answer(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
