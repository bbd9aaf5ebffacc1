package org.jiralanguageserver.ui;

import java.awt.Font;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.jiralanguageserver.model.IssueListModel;
import org.jiralanguageserver.protocol.Filter;
import org.jiralanguageserver.protocol.Preset;
import org.jiralanguageserver.protocol.PresetId;
import org.jiralanguageserver.protocol.SavedQuery;

/** A button that opens the queries to choose from: those that are there from the start, those of the user, and favourite filters. */
final class QueryMenu extends JButton {
  /** What is done with the one that is chosen. */
  interface Choice {
    void preset(Preset preset);

    void saved(SavedQuery query);

    void filter(Filter filter);

    /** The query that is shown now is to be kept. */
    void save();

    /** A query is to be kept no longer. */
    void forget(SavedQuery query);
  }

  private final IssueListModel model;
  private final Choice choice;
  private final JPopupMenu menu = new JPopupMenu();

  QueryMenu(IssueListModel model, Choice choice) {
    this.model = model;
    this.choice = choice;
    Texts.caption("list.choose").on(this);
    getAccessibleContext().setAccessibleDescription(Texts.of("list.chooseName"));
    addActionListener(event -> open());
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
    JMenu forget = new JMenu(Texts.of("list.forget"));
    forget.setEnabled(false);
    menu.add(forget);
    menu.show(this, 0, getHeight());
    presets.await(model.presets().thenApply(QueryMenu::known), Preset::title, choice::preset);
    saved.await(model.savedQueries(), SavedQuery::name, choice::saved);
    filters.await(model.filters(), Filter::name, choice::filter);
    model.savedQueries().thenAccept(queries -> {
      queries.forEach(query -> forget.add(item(query.name(), () -> choice.forget(query))));
      forget.setEnabled(!queries.isEmpty());
    });
  }

  /** Those that this client can ask for: an agent of a later version may have more. */
  static List<Preset> known(List<Preset> presets) {
    return presets.stream().filter(preset -> preset.id() != PresetId.UNKNOWN).toList();
  }

  private static JMenuItem item(String text, Runnable deed) {
    JMenuItem item = PlainLabel.asPlain(new JMenuItem());
    item.setText(text);
    item.addActionListener(event -> deed.run());
    return item;
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

    <T> void await(CompletableFuture<List<T>> things, Function<T, String> name, Consumer<T> chosen) {
      things.whenComplete((found, problem) -> {
        if (problem == null) fill(found, name, chosen);
        else fail(problem);
      });
    }

    private <T> void fill(List<T> things, Function<T, String> name, Consumer<T> chosen) {
      int at = menu.getComponentIndex(place);
      if (at < 0) return;
      if (things.isEmpty()) {
        place.setText(Texts.of("list.noQueries"));
        return;
      }
      menu.remove(place);
      for (T thing : things) menu.insert(item(name.apply(thing), () -> chosen.accept(thing)), at++);
      fit();
    }

    private void fail(Throwable problem) {
      PlainLabel.asPlain(place).setText(Problems.words(problem));
      fit();
    }

    /** The menu is as large as what is in it now. */
    private void fit() {
      if (menu.isVisible()) menu.pack();
    }
  }
}
