// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/queries} takes.
 * @param provider Just those that can be used with this provider.
 */
public record QueriesParams(
    @Nullable String provider
) {
  /** With what is required alone. */
  public static QueriesParams of() {
    return new QueriesParams(null);
  }

  /** Just those that can be used with this provider. */
  public QueriesParams withProvider(@Nullable String provider) {
    return new QueriesParams(provider);
  }
}
