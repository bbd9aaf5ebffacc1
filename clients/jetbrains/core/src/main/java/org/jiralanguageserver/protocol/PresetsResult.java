// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/presets} gives. */
public record PresetsResult(
    List<Preset> presets
) {
  public PresetsResult {
    presets = List.copyOf(presets);
  }
}
