package org.jiralanguageserver.ui;

import java.awt.Component;
import java.util.Collection;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.ListCellRenderer;

/** Boxes and lists to choose from, whose texts are of Jira. */
final class Choices {
  private Choices() {}

  /** A box of things that are called by a name; {@code null} in it is a dash. */
  static <T> JComboBox<T> of(Collection<? extends T> things, Function<T, String> name) {
    JComboBox<T> box = new JComboBox<>();
    box.setRenderer(renderer(name));
    things.forEach(box::addItem);
    return box;
  }

  /** Shows things by their names, as plain text. */
  static <T> ListCellRenderer<T> renderer(Function<T, String> name) {
    DefaultListCellRenderer plain = PlainLabel.asPlain(new DefaultListCellRenderer());
    return new ListCellRenderer<>() {
      @Override
      public Component getListCellRendererComponent(JList<? extends T> list, T thing, int index, boolean selected, boolean focused) {
        return plain.getListCellRendererComponent(list, thing == null ? "–" : name.apply(thing), index, selected, focused);
      }
    };
  }
}
