// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

/** What {@code jira.refresh} takes. */
public record RefreshArguments(
) {}
