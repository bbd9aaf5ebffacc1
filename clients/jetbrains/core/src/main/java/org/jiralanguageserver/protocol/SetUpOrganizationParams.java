// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/setUpOrganization} takes.
 * @param organization The name of the organization.
 * @param passphrase The passphrase of the team, of 12 characters at least; four or five random words are good. It is not stored.
 * @param recipients Who can open the keys; beside the passphrase, or instead of it.
 * @param administrators The database role of the administrators; made where it is missing. By default it is named for the organization.
 * @param members The database role of the members, likewise.
 */
public record SetUpOrganizationParams(
    String organization,
    @Nullable String passphrase,
    @Nullable List<String> recipients,
    @Nullable String administrators,
    @Nullable String members
) {
  public SetUpOrganizationParams {
    Objects.requireNonNull(organization, "organization");
    recipients = recipients == null ? null : List.copyOf(recipients);
  }

  /** With what is required alone. */
  public static SetUpOrganizationParams of(String organization) {
    return new SetUpOrganizationParams(organization, null, null, null, null);
  }

  /**
   * The passphrase of the team, of 12 characters at least; four or five random words are good.
   * It is not stored.
   */
  public SetUpOrganizationParams withPassphrase(@Nullable String passphrase) {
    return new SetUpOrganizationParams(organization, passphrase, recipients, administrators, members);
  }

  /** Who can open the keys; beside the passphrase, or instead of it. */
  public SetUpOrganizationParams withRecipients(@Nullable List<String> recipients) {
    return new SetUpOrganizationParams(organization, passphrase, recipients, administrators, members);
  }

  /**
   * The database role of the administrators; made where it is missing.
   * By default it is named for the organization.
   */
  public SetUpOrganizationParams withAdministrators(@Nullable String administrators) {
    return new SetUpOrganizationParams(organization, passphrase, recipients, administrators, members);
  }

  /** The database role of the members, likewise. */
  public SetUpOrganizationParams withMembers(@Nullable String members) {
    return new SetUpOrganizationParams(organization, passphrase, recipients, administrators, members);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SetUpOrganizationParams[" + "organization=" + organization + ", passphrase=" + (passphrase == null ? null : "…") + ", recipients=" + recipients + ", administrators=" + administrators + ", members=" + members + "]";
  }
}
