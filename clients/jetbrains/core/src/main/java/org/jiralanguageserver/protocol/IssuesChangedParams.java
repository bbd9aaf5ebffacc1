// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;

/**
 * What {@code jira/issuesChanged} takes.
 * @param refresh The {@code cached.refresh} of the result.
 * @param provider An identifier made by the agent; opaque.
 * @param jql The query of the list, as in the result; absent for {@code jira/issue}.
 * @param issues Those that are new, or not as they were.
 * @param removed Keys of those that are no longer there: deleted, moved, or no longer what the query asks for.
 * @param order The keys of the whole list, in the order that it has now; absent where what is left has kept its order and nothing came in.
 * @param total How many issues the query has on the server now.
 * @param cursor For the next page; absent on the last one. It comes with the last notification.
 * @param at From when this is.
 * @param last Whether nothing more comes of this {@code refresh}.
 * @param error Why nothing more is known: what was answered from the cache is still the newest.
 */
public record IssuesChangedParams(
    String refresh,
    String provider,
    @Nullable String jql,
    List<Issue> issues,
    List<String> removed,
    @Nullable List<String> order,
    @Nullable Long total,
    @Nullable String cursor,
    @JsonAdapter(TimeAdapter.class) Instant at,
    boolean last,
    @Nullable Error error
) {
  public IssuesChangedParams {
    Objects.requireNonNull(refresh, "refresh");
    Objects.requireNonNull(provider, "provider");
    issues = List.copyOf(issues);
    removed = List.copyOf(removed);
    order = order == null ? null : List.copyOf(order);
    Objects.requireNonNull(at, "at");
  }

  /**
   * Why nothing more is known: what was answered from the cache is still the newest.
   * @param message For people.
   */
  public record Error(
      ErrorKind kind,
      String message
  ) {
    public Error {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(message, "message");
    }
  }
}
