package org.jiralanguageserver.ide.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.UIManager;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.ide.JiraBundle;

/** Shows and takes the value of one setting. What is as the agent has it anyway is no value. */
abstract class SettingEditor {
  /** Makes the editor that fits. */
  static SettingEditor of(Setting setting) {
    return switch (setting.kind()) {
      case SWITCH -> new Switch(setting);
      case CHOICE -> new Choice(setting);
      case NUMBER -> new Number(setting);
      case TEXT -> new Text(setting);
      case LINES -> new Lines(setting);
    };
  }

  /** What the user works with; a check box brings its own label. */
  abstract JComponent component();

  /** @param value {@code null} for what is not set */
  abstract void show(@Nullable JsonElement value);

  /** @return {@code null} for what is not set */
  abstract @Nullable JsonElement value();

  /** What is wrong, for people; {@code null} where nothing is. */
  @Nullable String problem() {
    return null;
  }

  private static final class Switch extends SettingEditor {
    private final JCheckBox box;
    private final boolean initial;

    Switch(Setting setting) {
      box = new JCheckBox(setting.title());
      initial = setting.initial() != null && setting.initial().getAsBoolean();
    }

    @Override
    JComponent component() {
      return box;
    }

    @Override
    void show(@Nullable JsonElement value) {
      box.setSelected(value == null ? initial : value.getAsBoolean());
    }

    @Override
    @Nullable JsonElement value() {
      return box.isSelected() == initial ? null : new JsonPrimitive(box.isSelected());
    }
  }

  private static final class Choice extends SettingEditor {
    private final JComboBox<String> box;

    Choice(Setting setting) {
      List<String> items = new ArrayList<>(setting.choices());
      items.add(0, "");
      box = new JComboBox<>(items.toArray(String[]::new));
    }

    @Override
    JComponent component() {
      return box;
    }

    @Override
    void show(@Nullable JsonElement value) {
      box.setSelectedItem(value == null ? "" : value.getAsString());
    }

    @Override
    @Nullable JsonElement value() {
      String chosen = (String) box.getSelectedItem();
      return chosen == null || chosen.isEmpty() ? null : new JsonPrimitive(chosen);
    }
  }

  private static class Text extends SettingEditor {
    final JTextField field = new JTextField(30);
    final Setting setting;

    Text(Setting setting) {
      this.setting = setting;
    }

    @Override
    JComponent component() {
      return field;
    }

    @Override
    void show(@Nullable JsonElement value) {
      @Nullable JsonElement shown = value == null ? setting.initial() : value;
      field.setText(shown == null ? "" : shown.getAsString());
    }

    @Override
    @Nullable JsonElement value() {
      String text = field.getText().strip();
      boolean initial = setting.initial() != null && text.equals(setting.initial().getAsString());
      return text.isEmpty() || initial ? null : new JsonPrimitive(text);
    }
  }

  private static final class Number extends Text {
    Number(Setting setting) {
      super(setting);
      field.setColumns(8);
    }

    @Override
    @Nullable JsonElement value() {
      String text = field.getText().strip();
      return text.isEmpty() || problem() != null ? null : new JsonPrimitive(Integer.parseInt(text));
    }

    @Override
    @Nullable String problem() {
      String text = field.getText().strip();
      if (text.isEmpty()) {
        return null;
      }
      boolean good = text.matches("\\d{1,9}")
          && Integer.parseInt(text) >= setting.least() && Integer.parseInt(text) <= setting.most();
      return good ? null : JiraBundle.text("settings.number", setting.title(), setting.least(), setting.most());
    }
  }

  private static final class Lines extends SettingEditor {
    private final JTextArea area = new JTextArea(3, 30);
    private final JScrollPane pane = new JScrollPane(area);
    private final Setting setting;

    Lines(Setting setting) {
      this.setting = setting;
      area.setFont(UIManager.getFont("TextField.font"));
      area.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
    }

    @Override
    JComponent component() {
      return pane;
    }

    @Override
    void show(@Nullable JsonElement value) {
      @Nullable JsonElement shown = value == null ? setting.initial() : value;
      List<String> lines = new ArrayList<>();
      if (shown != null) {
        shown.getAsJsonArray().forEach(line -> lines.add(line.getAsString()));
      }
      area.setText(String.join("\n", lines));
    }

    @Override
    @Nullable JsonElement value() {
      JsonArray lines = new JsonArray();
      area.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
      boolean initial = setting.initial() == null ? lines.isEmpty() : lines.equals(setting.initial());
      return initial ? null : lines;
    }
  }
}
