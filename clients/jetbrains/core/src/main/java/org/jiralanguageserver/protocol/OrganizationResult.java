// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TimeAdapter;
import org.jiralanguageserver.wire.WireEnum;

/**
 * What {@code jira/organization} gives.
 * @param state {@code none} where no database is set ({@code organization} in the settings).
 * @param database Host and name of the database.
 * @param problem Why the database is away, for people.
 * @param checkedAt When the database was last read.
 * @param organizations Those whose member this user is.
 */
public record OrganizationResult(
    State state,
    @Nullable String database,
    @Nullable String problem,
    @JsonAdapter(TimeAdapter.class) @Nullable Instant checkedAt,
    List<Organization> organizations
) {
  public OrganizationResult {
    Objects.requireNonNull(state, "state");
    organizations = List.copyOf(organizations);
  }

  /** {@code none} where no database is set ({@code organization} in the settings). */
  public enum State implements WireEnum {
    /** {@code none}. */
    NONE("none"),
    /** {@code connected}. */
    CONNECTED("connected"),
    /** {@code away}. */
    AWAY("away"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    State(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
