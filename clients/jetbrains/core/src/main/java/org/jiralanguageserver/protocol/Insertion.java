// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.eclipse.lsp4j.Position;
import org.jetbrains.annotations.Nullable;

/**
 * Where the key of a new issue is written into a document.
 * @param uri The document.
 * @param version The version of the document that {@code position} is meant for.
 * @param position In characters of the negotiated position encoding.
 * @param before What is written before the key. By default {@code " "}.
 * @param after What is written after it. By default {@code ""}.
 */
public record Insertion(
    String uri,
    @Nullable Long version,
    Position position,
    @Nullable String before,
    @Nullable String after
) {
  public Insertion {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(position, "position");
  }

  /** With what is required alone. */
  public static Insertion of(String uri, Position position) {
    return new Insertion(uri, null, position, null, null);
  }

  /** The version of the document that {@code position} is meant for. */
  public Insertion withVersion(@Nullable Long version) {
    return new Insertion(uri, version, position, before, after);
  }

  /**
   * What is written before the key.
   * By default {@code " "}.
   */
  public Insertion withBefore(@Nullable String before) {
    return new Insertion(uri, version, position, before, after);
  }

  /**
   * What is written after it.
   * By default {@code ""}.
   */
  public Insertion withAfter(@Nullable String after) {
    return new Insertion(uri, version, position, before, after);
  }
}
