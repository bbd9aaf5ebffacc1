package org.jiralanguageserver.ide.settings;

import com.intellij.openapi.options.Configurable;
import com.intellij.openapi.options.ConfigurationException;
import java.util.List;
import javax.swing.JComponent;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.ide.AgentService;
import org.jiralanguageserver.ide.JiraBundle;

/** The page of settings: Settings | Tools | Jira. */
public final class JiraConfigurable implements Configurable {
  private @Nullable SettingsForm form;

  @Override
  public String getDisplayName() {
    return JiraBundle.text("settings.title");
  }

  @Override
  public JComponent createComponent() {
    SettingsForm made = new SettingsForm(SettingsSchema.groups());
    form = made;
    reset();
    return made.component();
  }

  @Override
  public boolean isModified() {
    return form != null && !(form.node().equals(JiraSettings.get().node()) && form.settings().equals(JiraSettings.get().agent()));
  }

  @Override
  public void apply() throws ConfigurationException {
    if (form == null) return;
    List<String> problems = form.problems();
    if (!problems.isEmpty()) throw new ConfigurationException(String.join("\n", problems));
    JiraSettings.get().set(form.node(), form.settings());
    AgentService.get().settingsChanged();
  }

  @Override
  public void reset() {
    if (form != null) form.show(JiraSettings.get().node(), JiraSettings.get().agent());
  }

  @Override
  public void disposeUIResources() {
    form = null;
  }
}
