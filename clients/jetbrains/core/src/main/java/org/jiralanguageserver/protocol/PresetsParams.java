// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/presets} takes.
 * @param provider The provider; it may be left out where exactly one is configured.
 * @param project The key of a project, to which the preset is narrowed down; {@code openInProject} needs one.
 */
public record PresetsParams(
    @Nullable String provider,
    @Nullable String project
) {
  /** With what is required alone. */
  public static PresetsParams of() {
    return new PresetsParams(null, null);
  }

  /** The provider; it may be left out where exactly one is configured. */
  public PresetsParams withProvider(@Nullable String provider) {
    return new PresetsParams(provider, project);
  }

  /** The key of a project, to which the preset is narrowed down; {@code openInProject} needs one. */
  public PresetsParams withProject(@Nullable String project) {
    return new PresetsParams(provider, project);
  }
}
