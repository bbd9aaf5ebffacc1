package org.jiralanguageserver.ui;

import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JButton;

/** A button that looks as a link does: words in the colour of links, underlined while the mouse or the focus is on it. */
final class LinkButton extends JButton {
  LinkButton(String text, Runnable action) {
    PlainLabel.asPlain(this);
    setText(text);
    addActionListener(event -> action.run());
    setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setBorder(BorderFactory.createEmptyBorder(1, 0, 2, 0));
    setMargin(new Insets(0, 0, 0, 0));
    setContentAreaFilled(false);
    setFocusPainted(false);
    setOpaque(false);
    setHorizontalAlignment(LEADING);
    setForeground(Palette.LINK.color());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    if (!getModel().isRollover() && !isFocusOwner()) return;
    graphics.setColor(getForeground());
    int baseline = getBaseline(getWidth(), getHeight()) + 2;
    graphics.drawLine(0, baseline, Math.min(getWidth(), graphics.getFontMetrics(getFont()).stringWidth(getText())), baseline);
  }
}
