// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/workspaceFile} takes.
 * @param providers Providers of the user, in the order of the file.
 * @param passphrase The passphrase of the team, of 12 characters at least; four or five random words are good. It is not stored.
 * @param recipients Who can open the keys; beside the passphrase, or instead of it. By default {@code []}.
 * @param former The text of the file that this one replaces: while the key of an application link is changed, the old key then stays beside the new one.
 * @param schema What to write as {@code $schema}.
 */
public record WorkspaceFileParams(
    List<String> providers,
    @Nullable String passphrase,
    @Nullable List<String> recipients,
    @Nullable String former,
    @Nullable String schema
) {
  public WorkspaceFileParams {
    providers = List.copyOf(providers);
    recipients = recipients == null ? null : List.copyOf(recipients);
  }

  /** With what is required alone. */
  public static WorkspaceFileParams of(List<String> providers) {
    return new WorkspaceFileParams(providers, null, null, null, null);
  }

  /**
   * The passphrase of the team, of 12 characters at least; four or five random words are good.
   * It is not stored.
   */
  public WorkspaceFileParams withPassphrase(@Nullable String passphrase) {
    return new WorkspaceFileParams(providers, passphrase, recipients, former, schema);
  }

  /**
   * Who can open the keys; beside the passphrase, or instead of it.
   * By default {@code []}.
   */
  public WorkspaceFileParams withRecipients(@Nullable List<String> recipients) {
    return new WorkspaceFileParams(providers, passphrase, recipients, former, schema);
  }

  /** The text of the file that this one replaces: while the key of an application link is changed, the old key then stays beside the new one. */
  public WorkspaceFileParams withFormer(@Nullable String former) {
    return new WorkspaceFileParams(providers, passphrase, recipients, former, schema);
  }

  /** What to write as {@code $schema}. */
  public WorkspaceFileParams withSchema(@Nullable String schema) {
    return new WorkspaceFileParams(providers, passphrase, recipients, former, schema);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "WorkspaceFileParams[" + "providers=" + providers + ", passphrase=" + (passphrase == null ? null : "…") + ", recipients=" + recipients + ", former=" + former + ", schema=" + schema + "]";
  }
}
