package org.jiralanguageserver.ide.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.UIManager;
import javax.swing.border.TitledBorder;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.ide.JiraBundle;

/** The settings of the agent as a form, made from its schema, and beside them what this client alone has. */
public final class SettingsForm {
  private final JPanel panel = new JPanel(new GridBagLayout());
  private final Map<Setting, SettingEditor> editors = new LinkedHashMap<>();
  private final JTextField node = new JTextField(30);
  private final List<SettingsSchema.Group> groups;

  /** @param groups what is to be shown, in this order */
  public SettingsForm(List<SettingsSchema.Group> groups) {
    this.groups = groups;
    int row = addNode(panel);
    for (SettingsSchema.Group group : groups) {
      if (group.title().isEmpty()) {
        row = addSettings(panel, group.settings(), row);
      } else {
        add(panel, part(group), row, 0, 2);
        row += 1;
      }
    }
    GridBagConstraints below = constraints(row, 0, 2);
    below.weighty = 1;
    panel.add(new JPanel(null), below);
  }

  /** What is to be put into the settings of the IDE. */
  public JComponent component() {
    return panel;
  }

  /** Shows values: the path of Node.js, and the settings as the agent takes them. */
  public void show(String pathOfNode, JsonObject settings) {
    node.setText(pathOfNode);
    editors.forEach((setting, editor) -> editor.show(find(settings, setting.path())));
  }

  /** The path of Node.js; empty to look for one. */
  public String node() {
    return node.getText().strip();
  }

  /** The settings as the agent takes them, without those that are as they are anyway. */
  public JsonObject settings() {
    JsonObject settings = new JsonObject();
    editors.forEach((setting, editor) -> {
      @Nullable JsonElement value = editor.value();
      if (value != null) {
        put(settings, setting.path(), value);
      }
    });
    return settings;
  }

  /** What is wrong, for people; empty where nothing is. */
  public List<String> problems() {
    return editors.values().stream().map(SettingEditor::problem).filter(Objects::nonNull).toList();
  }

  private int addNode(JPanel into) {
    add(into, label(JiraBundle.text("settings.node"), node), 0, 0, 1);
    add(into, node, 0, 1, 1);
    add(into, note(JiraBundle.text("settings.node.description")), 1, 1, 1);
    return 2;
  }

  private JComponent part(SettingsSchema.Group group) {
    JPanel part = new JPanel(new GridBagLayout());
    part.setBorder(new TitledBorder(group.title()));
    int row = 0;
    if (!group.description().isEmpty()) {
      add(part, note(plain(group.description())), row, 0, 2);
      row += 1;
    }
    addSettings(part, group.settings(), row);
    return part;
  }

  private int addSettings(JPanel into, List<Setting> settings, int first) {
    int row = first;
    for (Setting setting : settings) {
      SettingEditor editor = SettingEditor.of(setting);
      editors.put(setting, editor);
      JComponent component = editor.component();
      component.setName(setting.name());
      component.getAccessibleContext().setAccessibleDescription(plain(setting.description()));
      if (component instanceof JCheckBox) {
        add(into, component, row, 0, 2);
      } else {
        add(into, label(setting.title() + ":", component), row, 0, 1);
        add(into, component, row, 1, 1);
      }
      add(into, note(plain(setting.description())), row + 1, component instanceof JCheckBox ? 0 : 1, component instanceof JCheckBox ? 2 : 1);
      row += 2;
    }
    return row;
  }

  private static JLabel label(String text, Component target) {
    JLabel label = new JLabel(text);
    label.setLabelFor(target);
    return label;
  }

  /** A text that breaks its lines, and is no place to stop for the Tab key. */
  private static JTextArea note(String text) {
    JTextArea note = new JTextArea(text) {
      @Override
      public Dimension getMinimumSize() {
        return new Dimension(0, getPreferredSize().height);
      }
    };
    note.setEditable(false);
    note.setFocusable(false);
    note.setLineWrap(true);
    note.setWrapStyleWord(true);
    note.setOpaque(false);
    note.setColumns(40);
    note.setFont(UIManager.getFont("Label.font"));
    note.setForeground(UIManager.getColor("Label.disabledForeground"));
    return note;
  }

  private static void add(JPanel into, Component component, int row, int column, int columns) {
    into.add(component, constraints(row, column, columns));
  }

  private static GridBagConstraints constraints(int row, int column, int columns) {
    GridBagConstraints constraints = new GridBagConstraints();
    constraints.gridx = column;
    constraints.gridy = row;
    constraints.gridwidth = columns;
    constraints.weightx = column + columns == 2 ? 1 : 0;
    constraints.fill = GridBagConstraints.HORIZONTAL;
    constraints.anchor = GridBagConstraints.NORTHWEST;
    constraints.insets = new Insets(2, 4, 2, 4);
    return constraints;
  }

  /** Without the backquotes of Markdown, which a label would show. */
  private static String plain(String markdown) {
    return markdown.replace("`", "");
  }

  private static @Nullable JsonElement find(JsonObject settings, List<String> path) {
    @Nullable JsonElement value = settings;
    for (String member : path) {
      value = value instanceof JsonObject object ? object.get(member) : null;
    }
    return value == null || value.isJsonNull() ? null : value;
  }

  private static void put(JsonObject settings, List<String> path, JsonElement value) {
    JsonObject into = settings;
    for (String member : path.subList(0, path.size() - 1)) {
      if (!into.has(member)) {
        into.add(member, new JsonObject());
      }
      into = into.getAsJsonObject(member);
    }
    into.add(path.get(path.size() - 1), value);
  }
}
