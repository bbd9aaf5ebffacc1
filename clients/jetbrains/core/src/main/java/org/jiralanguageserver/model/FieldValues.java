package org.jiralanguageserver.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.FieldKind;

/** From what a form holds to the plain form of a field's value, as {@link FieldKind} has it. */
public final class FieldValues {
  private FieldValues() {}

  /**
   * The value of a field.
   *
   * @param value a text, a number, a date or an instant of {@code java.time}, or a list of these; {@code null}, an empty
   *     text or an empty list empties the field. For text with {@link FieldKind#MARKUP} it is Markdown.
   * @throws NumberFormatException for a text that is no number, where the field is one
   */
  public static JsonElement of(Field field, @Nullable Object value) {
    if (!field.multiple()) return single(field.kind(), value);
    // Jira takes no null for a field of several values: it is emptied by a list of none.
    JsonArray values = new JsonArray();
    for (Object each : value instanceof Collection<?> several ? several : Collections.singletonList(value)) {
      JsonElement single = single(field.kind(), each);
      if (!single.isJsonNull()) values.add(single);
    }
    return values;
  }

  /** Whether a value is none. */
  public static boolean isEmpty(@Nullable JsonElement value) {
    return value == null || value.isJsonNull() || value instanceof JsonArray array && array.isEmpty();
  }

  /**
   * The value of a cascading choice.
   *
   * @param inner the id of the inner choice; {@code null} for none
   */
  public static JsonElement cascade(String outer, @Nullable String inner) {
    JsonArray ids = new JsonArray();
    ids.add(outer);
    if (inner != null) ids.add(inner);
    return ids;
  }

  /** The value of the time tracking; {@code null} leaves an estimate as it is. */
  public static JsonElement timeTracking(@Nullable Duration originalEstimate, @Nullable Duration remainingEstimate) {
    JsonObject estimates = new JsonObject();
    if (originalEstimate != null) estimates.addProperty("originalEstimate", originalEstimate.toSeconds());
    if (remainingEstimate != null) estimates.addProperty("remainingEstimate", remainingEstimate.toSeconds());
    return estimates;
  }

  /** Whether a form has a control for it; what it has none for is left to the page of Jira. */
  public static boolean canBeAsked(Field field) {
    return switch (field.kind()) {
      case ATTACHMENT, ISSUE_LINK, OTHER, UNKNOWN, COMMENT -> false;
      default -> true;
    };
  }

  /** The required fields of a screen that have no value yet and no default. */
  public static List<Field> missing(List<Field> fields, Map<String, JsonElement> values) {
    return fields.stream().filter(field -> field.required() && !field.hasDefault() && isEmpty(values.get(field.id()))).toList();
  }

  private static JsonElement single(FieldKind kind, @Nullable Object value) {
    if (value == null || value instanceof String text && text.isBlank()) return JsonNull.INSTANCE;
    if (value instanceof JsonElement json) return json;
    if (value instanceof Number number) return new JsonPrimitive(number);
    String text = value.toString().strip();
    return switch (kind) {
      case NUMBER -> new JsonPrimitive(new BigDecimal(text));
      case SPRINT -> new JsonPrimitive(Long.parseLong(text));
      case MARKUP -> {
        JsonObject markdown = new JsonObject();
        markdown.addProperty("markdown", value.toString());
        yield markdown;
      }
      default -> new JsonPrimitive(text);
    };
  }
}
