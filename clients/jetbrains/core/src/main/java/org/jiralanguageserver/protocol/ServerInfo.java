// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.WireEnum;

/**
 * What a Jira server says of itself.
 * @param version For instance {@code 9.12.4}; {@code unknown} while the server tells it to nobody who is not logged in.
 * @param versionNumbers The version as numbers; empty while it is unknown.
 * @param deploymentType {@code Server} for Jira Server and for Data Center.
 */
public record ServerInfo(
    String version,
    List<Long> versionNumbers,
    DeploymentType deploymentType,
    String title,
    @Nullable Long buildNumber
) {
  public ServerInfo {
    Objects.requireNonNull(version, "version");
    versionNumbers = List.copyOf(versionNumbers);
    Objects.requireNonNull(deploymentType, "deploymentType");
    Objects.requireNonNull(title, "title");
  }

  /** {@code Server} for Jira Server and for Data Center. */
  public enum DeploymentType implements WireEnum {
    /** {@code Server}. */
    SERVER("Server"),
    /** {@code Cloud}. */
    CLOUD("Cloud"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    DeploymentType(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
