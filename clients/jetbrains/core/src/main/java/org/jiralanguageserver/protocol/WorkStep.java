// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jiralanguageserver.wire.WireEnum;

/**
 * One step of beginning work.
 * @param detail What was done or why not, for people; for a failure in the words of Jira.
 */
public record WorkStep(
    Step step,
    Outcome outcome,
    String detail
) {
  public WorkStep {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(detail, "detail");
  }

  public enum Step implements WireEnum {
    /** {@code assign}. */
    ASSIGN("assign"),
    /** {@code transition}. */
    TRANSITION("transition"),
    /** {@code undoTransition}. */
    UNDO_TRANSITION("undoTransition"),
    /** {@code undoAssign}. */
    UNDO_ASSIGN("undoAssign"),
    /** {@code branch}. */
    BRANCH("branch"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    Step(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }

  public enum Outcome implements WireEnum {
    /** {@code done}. */
    DONE("done"),
    /** {@code skipped}. */
    SKIPPED("skipped"),
    /** {@code failed}. */
    FAILED("failed"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    Outcome(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
