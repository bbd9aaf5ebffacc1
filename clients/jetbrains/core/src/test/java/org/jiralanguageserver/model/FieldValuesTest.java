package org.jiralanguageserver.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.FieldKind;
import org.junit.jupiter.api.Test;

class FieldValuesTest {
  @Test
  void arePlain() {
    assertEquals("\"a text\"", of(FieldKind.TEXT, " a text "));
    assertEquals("{\"markdown\":\"**bold**\"}", of(FieldKind.MARKUP, "**bold**"));
    assertEquals("2.50", of(FieldKind.NUMBER, "2.50"));
    assertEquals("7", of(FieldKind.SPRINT, "7"));
    assertEquals("3", of(FieldKind.NUMBER, 3));
    assertEquals("\"2027-03-01\"", of(FieldKind.DATE, LocalDate.of(2027, 3, 1)));
    assertEquals("\"2027-03-01T09:30:00Z\"", of(FieldKind.DATE_TIME, Instant.parse("2027-03-01T09:30:00Z")));
    assertEquals("[\"1\",\"2\"]", FieldValues.cascade("1", "2").toString());
    assertEquals("{\"originalEstimate\":7200}", FieldValues.timeTracking(Duration.ofHours(2), null).toString());
    assertThrows(NumberFormatException.class, () -> of(FieldKind.NUMBER, "many"));
  }

  @Test
  void ofAFieldThatTakesSeveralAreAList() {
    assertEquals("[\"10200\"]", FieldValues.of(field("fixVersions", FieldKind.VERSION, true, true), "10200").toString());
    assertEquals("[\"a\",\"b\"]", FieldValues.of(field("labels", FieldKind.LABEL, true, false), List.of("a", "b")).toString());
  }

  @Test
  void thatAreNoneEmptyAField() {
    Field labels = field("labels", FieldKind.LABEL, true, false);
    for (Object none : new Object[] {null, "", "  ", List.of(), List.of("")}) assertEquals("[]", FieldValues.of(labels, none).toString());
    for (String none : new String[] {null, "", "  "}) assertEquals("null", of(FieldKind.TEXT, none));
  }

  @Test
  void areMissingWhereOneIsRequiredAndJiraFillsInNone() {
    Field required = field("customfield_1", FieldKind.TEXT, false, true);
    Field filledIn = new Field("priority", "Priority", true, FieldKind.PRIORITY, false, true, null, "priority");
    List<Field> fields = List.of(required, filledIn, field("labels", FieldKind.LABEL, true, false));
    assertEquals(List.of(required), FieldValues.missing(fields, Map.of()));
    assertEquals(List.of(required), FieldValues.missing(fields, Map.of("customfield_1", JsonNull.INSTANCE)));
    assertEquals(List.of(), FieldValues.missing(fields, Map.of("customfield_1", FieldValues.of(required, "x"))));
  }

  @Test
  void ofSomeKindsAreLeftToThePageOfJira() {
    assertTrue(FieldValues.canBeAsked(field("x", FieldKind.OPTION, false, false)));
    assertFalse(FieldValues.canBeAsked(field("x", FieldKind.ATTACHMENT, false, false)));
    assertFalse(FieldValues.canBeAsked(field("x", FieldKind.UNKNOWN, false, false)));
  }

  private static String of(FieldKind kind, Object value) {
    return FieldValues.of(field("customfield_1", kind, false, false), value).toString();
  }

  private static Field field(String id, FieldKind kind, boolean multiple, boolean required) {
    return new Field(id, id, required, kind, multiple, false, null, "any");
  }
}
