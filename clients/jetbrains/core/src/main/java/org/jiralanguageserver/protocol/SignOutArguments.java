// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.signOut} takes.
 * @param provider The provider; where it is left out, the user chooses.
 * @param remove Whether the provider is forgotten too; where it is left out together with {@code provider}, the user is asked.
 */
public record SignOutArguments(
    @Nullable String provider,
    @Nullable Boolean remove
) {
  /** With what is required alone. */
  public static SignOutArguments of() {
    return new SignOutArguments(null, null);
  }

  /** The provider; where it is left out, the user chooses. */
  public SignOutArguments withProvider(@Nullable String provider) {
    return new SignOutArguments(provider, remove);
  }

  /** Whether the provider is forgotten too; where it is left out together with {@code provider}, the user is asked. */
  public SignOutArguments withRemove(@Nullable Boolean remove) {
    return new SignOutArguments(provider, remove);
  }
}
