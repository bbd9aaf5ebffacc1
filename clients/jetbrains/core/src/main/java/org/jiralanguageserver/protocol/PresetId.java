// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/**
 * A query that is there from the start.
 * It works in every language and workflow.
 */
public enum PresetId implements WireEnum {
  /** {@code assignedToMe}. */
  ASSIGNED_TO_ME("assignedToMe"),
  /** {@code currentSprint}. */
  CURRENT_SPRINT("currentSprint"),
  /** {@code dueSoon}. */
  DUE_SOON("dueSoon"),
  /** {@code reportedByMe}. */
  REPORTED_BY_ME("reportedByMe"),
  /** {@code watchedByMe}. */
  WATCHED_BY_ME("watchedByMe"),
  /** {@code recentlyViewed}. */
  RECENTLY_VIEWED("recentlyViewed"),
  /** {@code recentlyUpdated}. */
  RECENTLY_UPDATED("recentlyUpdated"),
  /** {@code recentlyCreated}. */
  RECENTLY_CREATED("recentlyCreated"),
  /** {@code recentlyDone}. */
  RECENTLY_DONE("recentlyDone"),
  /** {@code unassigned}. */
  UNASSIGNED("unassigned"),
  /** {@code openInProject}. */
  OPEN_IN_PROJECT("openInProject"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  PresetId(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
