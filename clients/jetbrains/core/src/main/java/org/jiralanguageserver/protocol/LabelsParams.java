// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/labels} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param add Labels to add; one that is there already stays.
 * @param remove Labels to remove; one that is not there is no error.
 */
public record LabelsParams(
    @Nullable String provider,
    String key,
    @Nullable List<String> add,
    @Nullable List<String> remove
) {
  public LabelsParams {
    Objects.requireNonNull(key, "key");
    add = add == null ? null : List.copyOf(add);
    remove = remove == null ? null : List.copyOf(remove);
  }

  /** With what is required alone. */
  public static LabelsParams of(String key) {
    return new LabelsParams(null, key, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public LabelsParams withProvider(@Nullable String provider) {
    return new LabelsParams(provider, key, add, remove);
  }

  /** Labels to add; one that is there already stays. */
  public LabelsParams withAdd(@Nullable List<String> add) {
    return new LabelsParams(provider, key, add, remove);
  }

  /** Labels to remove; one that is not there is no error. */
  public LabelsParams withRemove(@Nullable List<String> remove) {
    return new LabelsParams(provider, key, add, remove);
  }
}
