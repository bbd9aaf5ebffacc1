// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/startWork} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue, for instance {@code ABC-1}; upper and lower case are the same.
 * @param transition The id or the name of the transition; by default the first one that leads into progress (by the category of the status, never by its name) and whose screen asks for nothing.
 * @param assign Whether the issue is assigned to the user of the provider. By default {@code true}.
 * @param branchTemplate The name of the branch, with {@code {key}}, {@code {project}}, {@code {number}}, {@code {summary}}, {@code {type}}, {@code {priority}}, {@code {parent}} and {@code {user}}; what git does not take in a name is left out. By default {@code "{key}-{summary}"}.
 */
public record StartWorkParams(
    @Nullable String provider,
    String key,
    @Nullable String transition,
    @Nullable Boolean assign,
    @Nullable String branchTemplate
) {
  public StartWorkParams {
    Objects.requireNonNull(key, "key");
  }

  /** With what is required alone. */
  public static StartWorkParams of(String key) {
    return new StartWorkParams(null, key, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public StartWorkParams withProvider(@Nullable String provider) {
    return new StartWorkParams(provider, key, transition, assign, branchTemplate);
  }

  /** The id or the name of the transition; by default the first one that leads into progress (by the category of the status, never by its name) and whose screen asks for nothing. */
  public StartWorkParams withTransition(@Nullable String transition) {
    return new StartWorkParams(provider, key, transition, assign, branchTemplate);
  }

  /**
   * Whether the issue is assigned to the user of the provider.
   * By default {@code true}.
   */
  public StartWorkParams withAssign(@Nullable Boolean assign) {
    return new StartWorkParams(provider, key, transition, assign, branchTemplate);
  }

  /**
   * The name of the branch, with {@code {key}}, {@code {project}}, {@code {number}}, {@code {summary}}, {@code {type}}, {@code {priority}}, {@code {parent}} and {@code {user}}; what git does not take in a name is left out.
   * By default {@code "{key}-{summary}"}.
   */
  public StartWorkParams withBranchTemplate(@Nullable String branchTemplate) {
    return new StartWorkParams(provider, key, transition, assign, branchTemplate);
  }
}
