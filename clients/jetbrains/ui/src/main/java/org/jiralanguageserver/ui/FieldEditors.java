package org.jiralanguageserver.ui;

import java.awt.GridLayout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.FieldKind;
import org.jiralanguageserver.protocol.FieldOption;
import org.jiralanguageserver.protocol.NamedId;

/** The editor of each kind of field. */
final class FieldEditors {
  private FieldEditors() {}

  /**
   * The editor of a field.
   *
   * @param people finds users for the fields that take some
   * @return nothing where the field can be filled in in Jira alone, as one of attached files
   */
  static Optional<FieldEditor> of(Field field, PeopleSearch people) {
    if (field.kind() == FieldKind.CASCADE && field.allowedValues() != null) return Optional.of(new Cascade(field.allowedValues()));
    if (field.allowedValues() != null) return Optional.of(field.multiple() ? new Several(field.allowedValues()) : new OneOf(field));
    return switch (field.kind()) {
      case TEXT, DATE, DATE_TIME, URL, GROUP, ISSUE, LABEL -> Optional.of(field.multiple() ? new Words() : new Line(field.kind()));
      case NUMBER, SPRINT -> Optional.of(new Numeric(field.kind() == FieldKind.SPRINT));
      case MARKUP -> Optional.of(new Paragraphs());
      case USER -> Optional.of(field.multiple() ? new Words() : new Person(people));
      case TIME_TRACKING -> Optional.of(new Estimates());
      default -> Optional.empty();
    };
  }

  /** One line of text. */
  private static final class Line implements FieldEditor {
    private final JTextField text = new JTextField(24);
    private final FieldKind kind;

    Line(FieldKind kind) {
      this.kind = kind;
      if (kind == FieldKind.DATE) text.getAccessibleContext().setAccessibleDescription(Texts.of("field.date"));
      if (kind == FieldKind.DATE) text.setToolTipText(Texts.of("field.date"));
    }

    @Override
    public JComponent component() {
      return text;
    }

    @Override
    public JComponent control() {
      return text;
    }

    @Override
    public Optional<Object> value() throws InvalidValue {
      String typed = text.getText().strip();
      if (typed.isEmpty()) return Optional.empty();
      if (kind == FieldKind.DATE && !typed.matches("\\d{4}-\\d{2}-\\d{2}")) throw new InvalidValue(Texts.of("field.date"));
      return Optional.of(typed);
    }
  }

  /** Several words, as labels are: with spaces or commas between them. */
  private static final class Words implements FieldEditor {
    private final JTextField text = new JTextField(24);

    Words() {
      text.getAccessibleContext().setAccessibleDescription(Texts.of("field.words"));
      text.setToolTipText(Texts.of("field.words"));
    }

    @Override
    public JComponent component() {
      return text;
    }

    @Override
    public JComponent control() {
      return text;
    }

    @Override
    public Optional<Object> value() {
      List<String> words = Arrays.stream(text.getText().split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
      return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
  }

  private static final class Numeric implements FieldEditor {
    private final JTextField text = new JTextField(10);
    private final boolean whole;

    Numeric(boolean whole) {
      this.whole = whole;
    }

    @Override
    public JComponent component() {
      return text;
    }

    @Override
    public JComponent control() {
      return text;
    }

    @Override
    public Optional<Object> value() throws InvalidValue {
      String typed = text.getText().strip().replace(',', '.');
      if (typed.isEmpty()) return Optional.empty();
      try {
        return Optional.of(whole ? (Object) Long.valueOf(typed) : (Object) Double.valueOf(typed));
      } catch (NumberFormatException problem) {
        throw new InvalidValue(Texts.of("field.number"));
      }
    }
  }

  /** Text of several lines, in Markdown. */
  private static final class Paragraphs implements FieldEditor {
    private final JTextArea text = new JTextArea(4, 24);

    Paragraphs() {
      text.setLineWrap(true);
      text.setWrapStyleWord(true);
      TabKeys.moveOn(text);
    }

    @Override
    public JComponent component() {
      return new JScrollPane(text);
    }

    @Override
    public JComponent control() {
      return text;
    }

    @Override
    public Optional<Object> value() {
      return text.getText().isBlank() ? Optional.empty() : Optional.of(Map.of("markdown", text.getText()));
    }
  }

  /** One of the values that Jira tells. */
  private static final class OneOf implements FieldEditor {
    private final JComboBox<FieldOption> choice;

    OneOf(Field field) {
      choice = Choices.of(field.allowedValues(), FieldOption::name);
      // Jira fills in its default where nothing is chosen, so that nothing is the first choice then, too.
      choice.insertItemAt(null, 0);
      choice.setSelectedIndex(0);
    }

    @Override
    public JComponent component() {
      return choice;
    }

    @Override
    public JComponent control() {
      return choice;
    }

    @Override
    public Optional<Object> value() {
      return Optional.ofNullable((FieldOption) choice.getSelectedItem()).map(FieldOption::id);
    }
  }

  /** Some of the values that Jira tells. */
  private static final class Several implements FieldEditor {
    private final JList<FieldOption> list;

    Several(List<FieldOption> options) {
      list = new JList<>(options.toArray(FieldOption[]::new));
      list.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
      list.setCellRenderer(Choices.renderer(FieldOption::name));
      list.setVisibleRowCount(Math.min(4, Math.max(2, options.size())));
      list.setToolTipText(Texts.of("field.several"));
      list.getAccessibleContext().setAccessibleDescription(Texts.of("field.several"));
    }

    @Override
    public JComponent component() {
      return new JScrollPane(list);
    }

    @Override
    public JComponent control() {
      return list;
    }

    @Override
    public Optional<Object> value() {
      List<String> ids = list.getSelectedValuesList().stream().map(FieldOption::id).toList();
      return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }
  }

  /** Estimates, in the form in which Jira takes them. */
  private static final class Estimates implements FieldEditor {
    private final JPanel both = new JPanel(new WrapLayout(6));
    private final JTextField original = new JTextField(7);
    private final JTextField remaining = new JTextField(7);

    Estimates() {
      both.setOpaque(false);
      both.add(original);
      both.add(Texts.caption("field.remaining").labelFor(remaining));
      both.add(remaining);
      for (JTextField each : new JTextField[] {original, remaining}) {
        each.setToolTipText(Texts.of("field.estimate"));
        each.getAccessibleContext().setAccessibleDescription(Texts.of("field.estimate"));
      }
    }

    @Override
    public JComponent component() {
      return both;
    }

    @Override
    public JComponent control() {
      return original;
    }

    @Override
    public Optional<Object> value() {
      Map<String, String> estimates = new LinkedHashMap<>();
      if (!original.getText().isBlank()) estimates.put("originalEstimate", original.getText().strip());
      if (!remaining.getText().isBlank()) estimates.put("remainingEstimate", remaining.getText().strip());
      return estimates.isEmpty() ? Optional.empty() : Optional.of(estimates);
    }
  }

  /** A value, and one of those that it leads to. */
  private static final class Cascade implements FieldEditor {
    private final JPanel both = new JPanel(new GridLayout(1, 2, 6, 0));
    private final JComboBox<FieldOption> outer;
    private final JComboBox<NamedId> inner = Choices.of(List.of(), NamedId::name);

    Cascade(List<FieldOption> options) {
      outer = Choices.of(options, FieldOption::name);
      outer.insertItemAt(null, 0);
      outer.setSelectedIndex(0);
      outer.addActionListener(event -> offer());
      inner.setEnabled(false);
      inner.getAccessibleContext().setAccessibleName(Texts.of("field.cascade"));
      both.setOpaque(false);
      both.add(outer);
      both.add(inner);
    }

    @Override
    public JComponent component() {
      return both;
    }

    @Override
    public JComponent control() {
      return outer;
    }

    @Override
    public Optional<Object> value() {
      FieldOption first = (FieldOption) outer.getSelectedItem();
      NamedId second = (NamedId) inner.getSelectedItem();
      if (first == null) return Optional.empty();
      return Optional.of(second == null ? List.of(first.id()) : List.of(first.id(), second.id()));
    }

    private void offer() {
      FieldOption first = (FieldOption) outer.getSelectedItem();
      inner.removeAllItems();
      if (first != null && first.children() != null) {
        inner.addItem(null);
        first.children().forEach(inner::addItem);
      }
      inner.setEnabled(inner.getItemCount() > 0);
    }
  }
}
