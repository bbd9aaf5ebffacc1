// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

/** What {@code jira/organization} takes. */
public record OrganizationParams(
) {}
