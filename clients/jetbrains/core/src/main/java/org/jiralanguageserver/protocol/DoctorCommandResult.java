// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira.doctor} gives. */
public record DoctorCommandResult(
    List<Finding> findings
) {
  public DoctorCommandResult {
    findings = List.copyOf(findings);
  }
}
