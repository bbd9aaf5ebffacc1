// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/offerSignIn} takes.
 * @param provider Whose credentials are of no use; absent where there is no provider yet.
 * @param reason Why the user is offered to sign in: there is no provider at all, its state, or that its credentials end within days.
 * @param message For people.
 */
public record OfferSignInParams(
    @Nullable String provider,
    SignInReason reason,
    String message
) {
  public OfferSignInParams {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
  }
}
