// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jiralanguageserver.wire.WireEnum;

/**
 * An organization, and what it has published.
 * @param role What the database lets this user do.
 * @param recipients Who can open the keys that are published from now on.
 * @param passphrase Whether the keys that are published from now on open with a passphrase, too.
 * @param providers What it has published.
 */
public record Organization(
    String name,
    Role role,
    List<String> recipients,
    boolean passphrase,
    List<OrganizationProvider> providers
) {
  public Organization {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    recipients = List.copyOf(recipients);
    providers = List.copyOf(providers);
  }

  /** What the database lets this user do. */
  public enum Role implements WireEnum {
    /** {@code administrator}. */
    ADMINISTRATOR("administrator"),
    /** {@code member}. */
    MEMBER("member"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    Role(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
