// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

/** What {@code jira/providers} takes. */
public record ProvidersParams(
) {}
