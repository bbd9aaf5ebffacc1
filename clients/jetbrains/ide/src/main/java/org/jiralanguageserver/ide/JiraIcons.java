package org.jiralanguageserver.ide;

import com.intellij.ui.IconManager;
import javax.swing.Icon;

/** The signs of the plugin; each has one for dark themes beside it. */
public final class JiraIcons {
  private JiraIcons() {}

  /** The plugin's own. */
  public static Icon jira() {
    return IconManager.getInstance().getIcon("icons/jira.svg", JiraIcons.class.getClassLoader());
  }
}
