// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.eclipse.lsp4j.Range;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.WireEnum;

/**
 * What is wrong with a query, and where.
 * @param range In UTF-16 code units.
 * @param severity LSP's {@code DiagnosticSeverity}: 1 an error, 2 a warning.
 * @param message In Jira's own words where they come from Jira.
 * @param hint What to do about it.
 * @param source Who says so: Jira, or the agent by what it knows of JQL and of this Jira.
 */
public record JqlProblem(
    Range range,
    int severity,
    String message,
    @Nullable String hint,
    Source source
) {
  public JqlProblem {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(source, "source");
  }

  /** Who says so: Jira, or the agent by what it knows of JQL and of this Jira. */
  public enum Source implements WireEnum {
    /** {@code jira}. */
    JIRA("jira"),
    /** {@code agent}. */
    AGENT("agent"),
    /** A value that this client does not know: agents of later versions may have some. */
    UNKNOWN("");

    private final String value;

    Source(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
