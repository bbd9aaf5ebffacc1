// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.logWork} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done.
 * @param timeSpent Seconds; or the time as people write it, for instance {@code 1h 30m}.
 * @param started When the work began, RFC 3339; now unless it is given.
 * @param comment Markdown.
 */
public record LogWorkArguments(
    @Nullable String provider,
    @Nullable String key,
    @Nullable Either<Long, String> timeSpent,
    @Nullable String started,
    @Nullable String comment
) {
  /** With what is required alone. */
  public static LogWorkArguments of() {
    return new LogWorkArguments(null, null, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public LogWorkArguments withProvider(@Nullable String provider) {
    return new LogWorkArguments(provider, key, timeSpent, started, comment);
  }

  /** The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done. */
  public LogWorkArguments withKey(@Nullable String key) {
    return new LogWorkArguments(provider, key, timeSpent, started, comment);
  }

  /** Seconds; or the time as people write it, for instance {@code 1h 30m}. */
  public LogWorkArguments withTimeSpent(@Nullable Either<Long, String> timeSpent) {
    return new LogWorkArguments(provider, key, timeSpent, started, comment);
  }

  /** When the work began, RFC 3339; now unless it is given. */
  public LogWorkArguments withStarted(@Nullable String started) {
    return new LogWorkArguments(provider, key, timeSpent, started, comment);
  }

  /** Markdown. */
  public LogWorkArguments withComment(@Nullable String comment) {
    return new LogWorkArguments(provider, key, timeSpent, started, comment);
  }
}
