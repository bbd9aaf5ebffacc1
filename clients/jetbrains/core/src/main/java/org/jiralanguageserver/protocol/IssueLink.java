// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jiralanguageserver.wire.WireEnum;

/**
 * A link to another issue.
 * @param type The name of the type of link, for instance {@code Blocks}.
 * @param direction Whether the link leads from this issue to the other, or from the other to this one.
 * @param relation What this issue is to the other, in the words of Jira: for instance {@code is blocked by}.
 * @param issue An issue that another one names.
 */
public record IssueLink(
    String id,
    String type,
    Direction direction,
    String relation,
    IssueRef issue
) {
  public IssueLink {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(relation, "relation");
    Objects.requireNonNull(issue, "issue");
  }

  /** Whether the link leads from this issue to the other, or from the other to this one. */
  public enum Direction implements WireEnum {
    /** {@code outward}. */
    OUTWARD("outward"),
    /** {@code inward}. */
    INWARD("inward"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    Direction(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
