package org.jiralanguageserver.ide.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.Component;
import java.awt.Container;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.jiralanguageserver.protocol.InitializationOptions;
import org.jiralanguageserver.wire.JiraJson;
import org.junit.jupiter.api.Test;

class SettingsFormTest {
  private final SettingsForm form = new SettingsForm(SettingsSchema.groups());

  @Test
  void hasEverySettingOfTheAgentWithItsWords() {
    Set<String> members = new TreeSet<>(SettingsSchema.OF_TEXTS);
    for (SettingsSchema.Group group : SettingsSchema.groups()) {
      for (Setting setting : group.settings()) {
        members.add(setting.path().get(0));
        assertFalse(setting.description().isBlank(), setting.name() + " is not described");
        assertEquals(setting.name(), control(setting.name()).getName());
      }
    }
    assertEquals(new TreeSet<>(Arrays.stream(InitializationOptions.class.getRecordComponents()).map(RecordComponent::getName).toList()), members);
  }

  @Test
  void takesNothingFromWhatWasNotTouched() {
    form.show("", new JsonObject());

    assertEquals(new JsonObject(), form.settings());
    assertEquals(List.of(), form.problems());
  }

  @Test
  void takesWhatIsChangedAsTheAgentTakesIt() {
    form.show("", new JsonObject());
    assertInstanceOf(JComboBox.class, control("credentialStore")).setSelectedItem("client");
    assertInstanceOf(JTextField.class, control("requestTimeout")).setText(" 30 ");
    assertInstanceOf(JTextField.class, control("cache.maxSize")).setText("0");
    lines("servers").setText("https://jira.example.com\n\n  https://other.example.com/jira \n");

    JsonObject taken = form.settings();

    assertEquals(JsonParser.parseString("""
        {"credentialStore": "client", "servers": ["https://jira.example.com", "https://other.example.com/jira"],
         "requestTimeout": 30, "cache": {"maxSize": 0}}"""), taken);
    InitializationOptions options = JiraJson.fromJson(taken, InitializationOptions.class);
    assertEquals(30, options.requestTimeout());
    assertEquals(List.of("https://jira.example.com", "https://other.example.com/jira"), options.servers());
  }

  @Test
  void showsWhatItTook() {
    JsonObject settings = JsonParser.parseString("{\"requestTimeout\": 5, \"ageIdentities\": [\"~/.age\"]}").getAsJsonObject();
    form.show("/opt/node", settings);

    assertEquals("/opt/node", form.node());
    assertEquals(settings, form.settings());
  }

  @Test
  void saysWhatIsNoNumber() {
    form.show("", new JsonObject());
    for (String wrong : List.of("0", "601", "soon", "99999999999")) {
      assertInstanceOf(JTextField.class, control("requestTimeout")).setText(wrong);
      assertEquals(List.of("Request timeout takes a number from 1 to 600."), form.problems(), wrong);
    }
  }

  @Test
  void showsWhatIsTheCaseWhereTheSchemaSaysIt() {
    Setting marks = new Setting(List.of("marks"), Setting.Kind.LINES, "Marks", "What marks.", JsonParser.parseString("[\"TODO\"]"), List.of(), 0, 0);
    Setting on = new Setting(List.of("on"), Setting.Kind.SWITCH, "On", "Whether it is.", JsonParser.parseString("true"), List.of(), 0, 0);
    Setting text = new Setting(List.of("a", "text"), Setting.Kind.TEXT, "Text", "What it says.", JsonParser.parseString("\"{key}\""), List.of(), 0, 0);
    SettingsForm made = new SettingsForm(List.of(new SettingsSchema.Group("", "", List.of(marks, on, text))));
    made.show("", new JsonObject());
    assertEquals(new JsonObject(), made.settings());

    assertInstanceOf(JCheckBox.class, find(made.component(), "on")).setSelected(false);
    assertInstanceOf(JTextField.class, find(made.component(), "a.text")).setText("{summary}");
    assertEquals(JsonParser.parseString("{\"on\": false, \"a\": {\"text\": \"{summary}\"}}"), made.settings());
  }

  private JTextArea lines(String name) {
    return (JTextArea) assertInstanceOf(JScrollPane.class, control(name)).getViewport().getView();
  }

  private Component control(String name) {
    return find(form.component(), name);
  }

  private static Component find(Component within, String name) {
    if (name.equals(within.getName())) return within;
    if (within instanceof Container container) {
      for (Component child : container.getComponents()) {
        Component found = find(child, name);
        if (found != null) return found;
      }
    }
    return null;
  }
}
