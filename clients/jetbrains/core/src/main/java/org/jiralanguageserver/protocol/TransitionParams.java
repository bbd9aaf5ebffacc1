// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.JsonElement;
import com.google.gson.annotations.JsonAdapter;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.FieldValuesAdapter;

/**
 * What {@code jira/transition} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param transition The id of the transition, or its name.
 * @param fields Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field.
 * @param comment Markdown.
 */
public record TransitionParams(
    @Nullable String provider,
    String key,
    String transition,
    @JsonAdapter(FieldValuesAdapter.class) @Nullable Map<String, JsonElement> fields,
    @Nullable String comment
) {
  public TransitionParams {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(transition, "transition");
  }

  /** With what is required alone. */
  public static TransitionParams of(String key, String transition) {
    return new TransitionParams(null, key, transition, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public TransitionParams withProvider(@Nullable String provider) {
    return new TransitionParams(provider, key, transition, fields, comment);
  }

  /** Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field. */
  public TransitionParams withFields(@Nullable Map<String, JsonElement> fields) {
    return new TransitionParams(provider, key, transition, fields, comment);
  }

  /** Markdown. */
  public TransitionParams withComment(@Nullable String comment) {
    return new TransitionParams(provider, key, transition, fields, comment);
  }
}
