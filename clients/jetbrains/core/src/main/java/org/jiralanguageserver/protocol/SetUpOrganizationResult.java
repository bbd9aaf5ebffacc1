// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;

/**
 * What {@code jira/setUpOrganization} gives.
 * @param organization An organization, and what it has published.
 * @param administrators The database role to grant to administrators.
 * @param members The database role to grant to members.
 * @param version The version of the tables.
 */
public record SetUpOrganizationResult(
    Organization organization,
    String administrators,
    String members,
    long version
) {
  public SetUpOrganizationResult {
    Objects.requireNonNull(organization, "organization");
    Objects.requireNonNull(administrators, "administrators");
    Objects.requireNonNull(members, "members");
  }
}
