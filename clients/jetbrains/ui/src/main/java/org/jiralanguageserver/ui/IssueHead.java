package org.jiralanguageserver.ui;

import java.util.List;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.Transition;

/** The head of the page: which issue it is, how it stands, and buttons for what can be done with it. */
final class IssueHead extends Stack {
  private final IssueDeeds deeds;
  private final Prose place = Prose.quiet("");
  private final Prose summary = Prose.heading("");
  private final StatusChip status = new StatusChip();
  private final JPanel buttons = new JPanel(new WrapLayout(6));
  private final JButton move = button("issue.move", this::openMoves);
  private final JButton assign = button("issue.assign", this::openAssignees);
  private final JButton watch;
  private IssueResult issue;

  /** @param others what the program around the panel can do with the issue */
  IssueHead(Host host, IssueDeeds deeds, Runnable refresh, List<Action> others) {
    super(6);
    this.deeds = deeds;
    watch = button("issue.watch", () -> deeds.watch(!issue.watching()));
    move.getAccessibleContext().setAccessibleDescription(Texts.of("issue.moveName"));
    JPanel statusRow = new JPanel(new WrapLayout(8));
    statusRow.setOpaque(false);
    statusRow.add(status);
    statusRow.add(move);
    statusRow.add(assign);
    buttons.setOpaque(false);
    for (Action each : others) buttons.add(new JButton(each));
    buttons.add(button("issue.logWork", deeds::logWork));
    buttons.add(watch);
    buttons.add(button("issue.browse", () -> Links.open(host, issue.url())));
    buttons.add(button("issue.refresh", refresh));
    for (JComponent each : new JComponent[] {place, summary, statusRow, buttons}) add(each);
  }

  void show(IssueResult issue) {
    this.issue = issue;
    String where = String.join("  ·  ", issue.key(), issue.type().name(), issue.project().name());
    place.setText(issue.parent() == null ? where : where + "  ·  " + Texts.of("issue.parent", issue.parent()));
    summary.setText(issue.summary());
    status.show(issue.status());
    Texts.caption(issue.watching() ? "issue.unwatch" : "issue.watch").on(watch);
  }

  JComponent firstControl() {
    return move;
  }

  private void openMoves() {
    JPopupMenu menu = new JPopupMenu();
    menu.getAccessibleContext().setAccessibleName(Texts.of("issue.moveName"));
    for (Transition each : issue.transitions()) {
      JMenuItem item = PlainLabel.asPlain(new JMenuItem());
      item.setText(each.name().equals(each.to().name()) ? each.name() : Texts.of("issue.moveItem", each.name(), each.to().name()));
      item.setIcon(StatusMark.of(each.to().category()).icon(item.getFont().getSize()));
      item.addActionListener(event -> deeds.move(each));
      menu.add(item);
    }
    if (issue.transitions().isEmpty()) menu.add(nothing());
    menu.show(move, 0, move.getHeight());
  }

  private void openAssignees() {
    JPopupMenu menu = new JPopupMenu();
    item(menu, "issue.assignMe", deeds::assignToMe);
    item(menu, "issue.assignNobody", () -> deeds.assign(null));
    item(menu, "issue.assignOther", deeds::assignSomebody);
    menu.show(assign, 0, assign.getHeight());
  }

  private static JMenuItem nothing() {
    JMenuItem item = new JMenuItem(Texts.of("issue.noMoves"));
    item.setEnabled(false);
    return item;
  }

  private static void item(JPopupMenu menu, String key, Runnable deed) {
    JMenuItem item = new JMenuItem(Texts.of(key));
    item.addActionListener(event -> deed.run());
    menu.add(item);
  }

  private static JButton button(String key, Runnable deed) {
    JButton button = Texts.caption(key).on(new JButton());
    button.addActionListener(event -> deed.run());
    return button;
  }
}
