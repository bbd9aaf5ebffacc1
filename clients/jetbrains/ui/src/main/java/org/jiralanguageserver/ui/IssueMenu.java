package org.jiralanguageserver.ui;

import java.util.List;
import javax.swing.Action;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.jiralanguageserver.protocol.Issue;

/** The context menu of an issue in a list. */
final class IssueMenu extends JPopupMenu {
  /**
   * @param open opens the issue
   * @param others what the program around the panel adds
   */
  IssueMenu(Issue issue, Host host, Runnable open, List<Action> others) {
    item("list.open", open);
    item("list.browse", () -> Links.open(host, issue.url()));
    addSeparator();
    item("list.copyKey", () -> host.copy(issue.key()));
    item("list.copyLink", () -> host.copy(issue.url()));
    if (!others.isEmpty()) addSeparator();
    others.forEach(this::add);
    getAccessibleContext().setAccessibleName(Texts.of("issue.name", issue.key()));
  }

  private void item(String key, Runnable deed) {
    JMenuItem item = new JMenuItem(Texts.of(key));
    item.addActionListener(event -> deed.run());
    add(item);
  }
}
