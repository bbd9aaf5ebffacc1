// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jiralanguageserver.wire.WireEnum;

/**
 * What {@code jira/validateJql} gives.
 * @param problems In the order of the query; empty where nothing is wrong.
 * @param checked Whether Jira itself was asked.
 * @param warnings What kept Jira from being asked.
 */
public record ValidateJqlResult(
    List<JqlProblem> problems,
    Checked checked,
    List<String> warnings
) {
  public ValidateJqlResult {
    problems = List.copyOf(problems);
    Objects.requireNonNull(checked, "checked");
    warnings = List.copyOf(warnings);
  }

  /** Whether Jira itself was asked. */
  public enum Checked implements WireEnum {
    /** {@code server}. */
    SERVER("server"),
    /** {@code local}. */
    LOCAL("local"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    Checked(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
