// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.WireEnum;

/**
 * One check of the doctor, and how it went.
 * @param check The name of the check, for instance {@code login}.
 * @param detail What was seen, for people.
 * @param hint What to do next.
 */
public record Finding(
    String check,
    Outcome outcome,
    String detail,
    @Nullable String hint
) {
  public Finding {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(detail, "detail");
  }

  public enum Outcome implements WireEnum {
    /** {@code ok}. */
    OK("ok"),
    /** {@code warning}. */
    WARNING("warning"),
    /** {@code failed}. */
    FAILED("failed"),
    /** {@code skipped}. */
    SKIPPED("skipped"),
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
