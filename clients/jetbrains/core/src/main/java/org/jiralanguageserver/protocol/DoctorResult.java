// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/doctor} gives. */
public record DoctorResult(
    List<Finding> findings
) {
  public DoctorResult {
    findings = List.copyOf(findings);
  }
}
