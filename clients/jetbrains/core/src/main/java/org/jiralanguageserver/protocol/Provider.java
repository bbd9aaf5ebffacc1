// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;
import org.jiralanguageserver.wire.WireEnum;

/**
 * A configured provider.
 * It holds no secret.
 * @param id An identifier made by the agent; opaque.
 * @param name For people; the title of the server unless it was given.
 * @param baseUrl Normalised, with the context path, with no slash at the end.
 * @param server What a Jira server says of itself.
 * @param state The state of a provider.
 * @param pausedUntil Until when Jira asked this agent to slow down: what is asked of it takes longer until then. Absent where it did not.
 * @param user Whose credentials they are.
 * @param origin Who configured it.
 * @param source Who names it: the path of a file of the workspace, or the name of the organization.
 * @param approval Whether the user approved the server, for one that the workspace names. Nothing is sent to it before; see {@code jira/trustWorkspaceProvider}.
 * @param locked Whether the private key is still encrypted: {@code jira/authorize} then takes the {@code passphrase} of the team.
 */
public record Provider(
    String id,
    String name,
    String baseUrl,
    ServerInfo server,
    Authentication authentication,
    ProviderState state,
    @JsonAdapter(TimeAdapter.class) @Nullable Instant pausedUntil,
    @Nullable User user,
    Origin origin,
    @Nullable String source,
    @Nullable Approval approval,
    @Nullable Boolean locked
) {
  public Provider {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(authentication, "authentication");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(origin, "origin");
  }

  /**
   * A member of {@link Provider}.
   * @param keyFingerprint The fingerprint of the key that signs; see {@code KeyPair}.
   * @param expiresAt When the credentials end, where Jira tells.
   */
  public record Authentication(
      AuthenticationType type,
      @Nullable String consumerKey,
      @Nullable String keyFingerprint,
      @JsonAdapter(TimeAdapter.class) @Nullable Instant expiresAt
  ) {
    public Authentication {
      Objects.requireNonNull(type, "type");
    }
  }

  /** Who configured it. */
  public enum Origin implements WireEnum {
    /** {@code user}. */
    USER("user"),
    /** {@code workspace}. */
    WORKSPACE("workspace"),
    /** {@code organization}. */
    ORGANIZATION("organization"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    Origin(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }

  /**
   * Whether the user approved the server, for one that the workspace names.
   * Nothing is sent to it before; see {@code jira/trustWorkspaceProvider}.
   */
  public enum Approval implements WireEnum {
    /** {@code pending}. */
    PENDING("pending"),
    /** {@code approved}. */
    APPROVED("approved"),
    /** {@code refused}. */
    REFUSED("refused"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    Approval(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
