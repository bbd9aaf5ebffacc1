// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/branchName} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param branchTemplate The name of the branch, with {@code {key}}, {@code {project}}, {@code {number}}, {@code {summary}}, {@code {type}}, {@code {priority}}, {@code {parent}} and {@code {user}}; what git does not take in a name is left out. By default {@code "{key}-{summary}"}.
 */
public record BranchNameParams(
    @Nullable String provider,
    String key,
    @Nullable String branchTemplate
) {
  public BranchNameParams {
    Objects.requireNonNull(key, "key");
  }

  /** With what is required alone. */
  public static BranchNameParams of(String key) {
    return new BranchNameParams(null, key, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public BranchNameParams withProvider(@Nullable String provider) {
    return new BranchNameParams(provider, key, branchTemplate);
  }

  /**
   * The name of the branch, with {@code {key}}, {@code {project}}, {@code {number}}, {@code {summary}}, {@code {type}}, {@code {priority}}, {@code {parent}} and {@code {user}}; what git does not take in a name is left out.
   * By default {@code "{key}-{summary}"}.
   */
  public BranchNameParams withBranchTemplate(@Nullable String branchTemplate) {
    return new BranchNameParams(provider, key, branchTemplate);
  }
}
