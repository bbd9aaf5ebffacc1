// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * What {@code jira/logWork} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param timeSpent Seconds; Jira counts whole minutes.
 * @param started When the work began, RFC 3339; now, by the clock of Jira, unless it is given.
 * @param comment Markdown.
 */
public record LogWorkParams(
    @Nullable String provider,
    String key,
    int timeSpent,
    @JsonAdapter(TimeAdapter.class) @Nullable Instant started,
    @Nullable String comment
) {
  public LogWorkParams {
    Objects.requireNonNull(key, "key");
  }

  /** With what is required alone. */
  public static LogWorkParams of(String key, int timeSpent) {
    return new LogWorkParams(null, key, timeSpent, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public LogWorkParams withProvider(@Nullable String provider) {
    return new LogWorkParams(provider, key, timeSpent, started, comment);
  }

  /** When the work began, RFC 3339; now, by the clock of Jira, unless it is given. */
  public LogWorkParams withStarted(@Nullable Instant started) {
    return new LogWorkParams(provider, key, timeSpent, started, comment);
  }

  /** Markdown. */
  public LogWorkParams withComment(@Nullable String comment) {
    return new LogWorkParams(provider, key, timeSpent, started, comment);
  }
}
