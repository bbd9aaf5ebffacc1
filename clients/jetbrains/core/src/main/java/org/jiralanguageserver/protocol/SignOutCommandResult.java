// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.signOut} gives.
 * @param provider As it is now; absent where it was removed.
 */
public record SignOutCommandResult(
    @Nullable Provider provider
) {}
