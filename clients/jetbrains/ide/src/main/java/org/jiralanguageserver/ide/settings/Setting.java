package org.jiralanguageserver.ide.settings;

import com.google.gson.JsonElement;
import java.util.List;
import org.jetbrains.annotations.Nullable;

/**
 * One setting of the agent, as its schema tells.
 *
 * @param path the members that lead to it, for instance {@code ["completion", "insert"]}
 * @param title its name for people
 * @param description what it is for, as Markdown of one paragraph
 * @param initial what it is where it is not set; {@code null} where the agent decides
 * @param choices what it may be, of {@link Kind#CHOICE}
 * @param least the least number, of {@link Kind#NUMBER}
 * @param most the greatest number, of {@link Kind#NUMBER}
 */
public record Setting(
    List<String> path,
    Kind kind,
    String title,
    String description,
    @Nullable JsonElement initial,
    List<String> choices,
    int least,
    int most) {

  /** What it holds. */
  public enum Kind {
    SWITCH,
    CHOICE,
    NUMBER,
    TEXT,
    /** Several texts. */
    LINES
  }

  /** The path as the documents write it, for instance {@code completion.insert}. */
  public String name() {
    return String.join(".", path);
  }
}
