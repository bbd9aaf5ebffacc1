// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.JsonElement;
import com.google.gson.annotations.JsonAdapter;
import java.util.Map;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.FieldValuesAdapter;

/**
 * What {@code jira.transition} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done.
 * @param transition The id of the transition, or its name.
 * @param fields Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field.
 * @param comment Markdown.
 */
public record TransitionArguments(
    @Nullable String provider,
    @Nullable String key,
    @Nullable String transition,
    @JsonAdapter(FieldValuesAdapter.class) @Nullable Map<String, JsonElement> fields,
    @Nullable String comment
) {
  /** With what is required alone. */
  public static TransitionArguments of() {
    return new TransitionArguments(null, null, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public TransitionArguments withProvider(@Nullable String provider) {
    return new TransitionArguments(provider, key, transition, fields, comment);
  }

  /** The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done. */
  public TransitionArguments withKey(@Nullable String key) {
    return new TransitionArguments(provider, key, transition, fields, comment);
  }

  /** The id of the transition, or its name. */
  public TransitionArguments withTransition(@Nullable String transition) {
    return new TransitionArguments(provider, key, transition, fields, comment);
  }

  /** Values by the ids of the fields, in the plain form of each kind (see {@code FieldKind}) or as Jira itself takes them; {@code null} empties a field. */
  public TransitionArguments withFields(@Nullable Map<String, JsonElement> fields) {
    return new TransitionArguments(provider, key, transition, fields, comment);
  }

  /** Markdown. */
  public TransitionArguments withComment(@Nullable String comment) {
    return new TransitionArguments(provider, key, transition, fields, comment);
  }
}
