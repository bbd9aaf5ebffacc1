package org.jiralanguageserver.ui;

import java.awt.Font;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.jiralanguageserver.protocol.Filter;
import org.jiralanguageserver.protocol.FiltersParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Preset;
import org.jiralanguageserver.protocol.PresetsParams;
import org.jiralanguageserver.protocol.QueriesParams;
import org.jiralanguageserver.protocol.SavedQuery;

/** A button that opens the queries to choose from: those that are there from the start, those of the user, and favourite filters. */
final class QueryMenu extends JButton {
  /** What is done with the one that is chosen. */
  interface Choice {
    void preset(Preset preset);

    void saved(SavedQuery query);

    void filter(Filter filter);

    /** The query that is shown now is to be saved. */
    void save();
  }

  private final Questions questions;
  private final Choice choice;
  private final JPopupMenu menu = new JPopupMenu();
  private String provider;

  QueryMenu(Questions questions, Choice choice) {
    this.questions = questions;
    this.choice = choice;
    Texts.caption("list.choose").on(this);
    getAccessibleContext().setAccessibleDescription(Texts.of("list.chooseName"));
    addActionListener(event -> open());
  }

  /** The server whose queries they are. */
  void of(String provider) {
    this.provider = provider;
  }

  JPopupMenu menu() {
    return menu;
  }

  /** Each part comes when it is known; the menu is there at once. */
  private void open() {
    menu.removeAll();
    Part presets = new Part("list.presets");
    Part saved = new Part("list.saved");
    Part filters = new Part("list.filters");
    menu.addSeparator();
    JMenuItem save = new JMenuItem(Texts.of("list.save"));
    save.addActionListener(event -> choice.save());
    menu.add(save);
    menu.show(this, 0, getHeight());
    questions.ask(JiraRequests.PRESETS, PresetsParams.of().withProvider(provider), result -> presets.fill(result.presets(), Preset::title, choice::preset), presets::fail);
    questions.ask(JiraRequests.QUERIES, QueriesParams.of().withProvider(provider), result -> saved.fill(result.queries(), SavedQuery::name, choice::saved), saved::fail);
    questions.ask(JiraRequests.FILTERS, FiltersParams.of().withProvider(provider), result -> filters.fill(result.filters(), Filter::name, choice::filter), filters::fail);
  }

  /** One kind of queries, under its title. */
  private final class Part {
    private final JMenuItem place = new JMenuItem(Texts.of("list.reading"));

    Part(String title) {
      JLabel label = new JLabel(Texts.of(title));
      label.setFont(label.getFont().deriveFont(Font.BOLD));
      label.setForeground(Palette.quiet());
      label.setBorder(BorderFactory.createEmptyBorder(6, 10, 2, 10));
      place.setEnabled(false);
      menu.add(label);
      menu.add(place);
    }

    <T> void fill(List<T> things, Function<T, String> name, Consumer<T> chosen) {
      int at = menu.getComponentIndex(place);
      if (at < 0) return;
      if (things.isEmpty()) {
        place.setText(Texts.of("list.noQueries"));
        return;
      }
      menu.remove(place);
      for (T thing : things) {
        JMenuItem item = PlainLabel.asPlain(new JMenuItem());
        item.setText(name.apply(thing));
        item.addActionListener(event -> chosen.accept(thing));
        menu.insert(item, at++);
      }
      fit();
    }

    void fail(Problem problem) {
      PlainLabel.asPlain(place).setText(problem.text());
      fit();
    }

    /** The menu is as large as what is in it now. */
    private void fit() {
      if (menu.isVisible()) menu.pack();
    }
  }
}
