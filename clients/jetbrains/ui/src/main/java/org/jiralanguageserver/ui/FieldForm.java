package org.jiralanguageserver.ui;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JLabel;
import org.jiralanguageserver.protocol.Field;

/** The fields of a screen of Jira, each with its label, and with what is wrong with it below. Those that are required come first. */
final class FieldForm extends Form {
  private static final Gson GSON = new Gson();

  private final Map<Field, FieldEditor> editors = new LinkedHashMap<>();
  private final Map<String, Problem> problems = new LinkedHashMap<>();
  private List<Field> unfillable = List.of();

  /** Shows other fields; those that cannot be filled in here are left out. */
  void show(List<Field> fields, PeopleSearch people) {
    removeAll();
    editors.clear();
    problems.clear();
    List<Field> inOrder = fields.stream().sorted((one, other) -> Boolean.compare(other.required(), one.required())).toList();
    for (Field field : inOrder) FieldEditors.of(field, people).ifPresent(editor -> take(field, editor));
    unfillable = fields.stream().filter(field -> field.required() && !field.hasDefault() && !editors.containsKey(field)).toList();
    revalidate();
    repaint();
  }

  /** The names of the fields that Jira insists on and that can be filled in in Jira alone. */
  List<String> unfillable() {
    return unfillable.stream().map(Field::name).toList();
  }

  /** The values that were given, by the ids of the fields; nothing where one is missing or wrong, which is then said beside it. */
  Optional<Map<String, JsonElement>> values() {
    Map<String, JsonElement> values = new LinkedHashMap<>();
    Map<String, String> wrong = new LinkedHashMap<>();
    editors.forEach((field, editor) -> {
      try {
        Optional<Object> value = editor.value();
        value.ifPresent(given -> values.put(field.id(), GSON.toJsonTree(given)));
        if (value.isEmpty() && field.required() && !field.hasDefault()) wrong.put(field.id(), Texts.of("field.required", field.name()));
      } catch (FieldEditor.InvalidValue problem) {
        wrong.put(field.id(), problem.getMessage());
      }
    });
    complain(wrong);
    return wrong.isEmpty() ? Optional.of(values) : Optional.empty();
  }

  /**
   * Says what is wrong beside the fields that it is said of, and goes to the first of them.
   *
   * @return what no field of this form is called by
   */
  Set<String> complain(Map<String, String> wrong) {
    problems.forEach((id, problem) -> problem.say(wrong.get(id)));
    editors.entrySet().stream().filter(each -> wrong.containsKey(each.getKey().id())).findFirst().ifPresent(each -> each.getValue().control().requestFocusInWindow());
    revalidate();
    repaint();
    Set<String> others = new LinkedHashSet<>(wrong.keySet());
    others.removeAll(problems.keySet());
    return others;
  }

  private void take(Field field, FieldEditor editor) {
    Problem problem = new Problem(editor.control());
    JLabel label = new PlainLabel(field.required() ? Texts.of("field.requiredLabel", field.name()) : field.name());
    label.setLabelFor(editor.control());
    editor.control().getAccessibleContext().setAccessibleName(field.required() ? Texts.of("field.requiredName", field.name()) : field.name());
    row(label, editor.component());
    row(null, problem);
    editors.put(field, editor);
    problems.put(field.id(), problem);
  }

  /** What is wrong with one field. */
  private static final class Problem extends PlainLabel {
    private final Component control;
    private final String description;

    Problem(Component control) {
      super("");
      this.control = control;
      description = control.getAccessibleContext().getAccessibleDescription();
      setVisible(false);
    }

    /** @param text what is wrong; {@code null} where nothing is */
    void say(String text) {
      setText(text == null ? "" : text);
      setForeground(Palette.ERROR.color());
      setVisible(text != null);
      control.getAccessibleContext().setAccessibleDescription(text == null ? description : text);
    }
  }
}
