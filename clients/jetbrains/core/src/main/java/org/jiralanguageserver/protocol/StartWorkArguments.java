// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira.startWork} takes.
 * @param provider The provider; it may be left out where exactly one is configured, or where exactly one knows the project.
 * @param key The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done.
 * @param transition The id or the name of the transition; by default the first one that leads into progress.
 * @param branchTemplate The name of the branch; see {@code jira/startWork}.
 */
public record StartWorkArguments(
    @Nullable String provider,
    @Nullable String key,
    @Nullable String transition,
    @Nullable String branchTemplate
) {
  /** With what is required alone. */
  public static StartWorkArguments of() {
    return new StartWorkArguments(null, null, null, null);
  }

  /** The provider; it may be left out where exactly one is configured, or where exactly one knows the project. */
  public StartWorkArguments withProvider(@Nullable String provider) {
    return new StartWorkArguments(provider, key, transition, branchTemplate);
  }

  /** The key of the issue; where it is left out, the user chooses among the issues looked at last and those to be done. */
  public StartWorkArguments withKey(@Nullable String key) {
    return new StartWorkArguments(provider, key, transition, branchTemplate);
  }

  /** The id or the name of the transition; by default the first one that leads into progress. */
  public StartWorkArguments withTransition(@Nullable String transition) {
    return new StartWorkArguments(provider, key, transition, branchTemplate);
  }

  /** The name of the branch; see {@code jira/startWork}. */
  public StartWorkArguments withBranchTemplate(@Nullable String branchTemplate) {
    return new StartWorkArguments(provider, key, transition, branchTemplate);
  }
}
