package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.UIManager;

/** A part of a page: a title over a line, and what is in it. */
final class Titled extends Stack {
  private final JLabel title;

  /** @param title the words; they name the part for screen readers, too */
  Titled(String title, Component... content) {
    super(6);
    this.title = new PlainLabel(title);
    add(this.title);
    for (Component each : content) add(each);
    getAccessibleContext().setAccessibleName(title);
    dress();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (title != null) dress();
  }

  private void dress() {
    Font font = UIManager.getFont("Label.font");
    title.setFont(font.deriveFont(Font.BOLD));
    title.setForeground(Palette.text());
    title.setBorder(BorderFactory.createCompoundBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Palette.line()), BorderFactory.createEmptyBorder(8, 0, 4, 0)));
  }
}
