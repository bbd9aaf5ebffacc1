package org.jiralanguageserver.ui;

import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.BorderFactory;
import javax.swing.UIManager;
import org.jiralanguageserver.protocol.Status;

/** The status of an issue: the sign of its category, its words, and a ground in the colour of the category. */
final class StatusChip extends PlainLabel {
  private StatusMark mark = StatusMark.UNKNOWN;

  StatusChip() {
    super("");
    dress();
  }

  StatusChip(Status status) {
    this();
    show(status);
  }

  void show(Status status) {
    mark = StatusMark.of(status.category());
    setText(status.name());
    getAccessibleContext().setAccessibleName(Texts.of("status.name", status.name(), mark.words()));
    dress();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (mark != null) dress();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D pen = (Graphics2D) graphics.create();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(mark.tint());
    pen.fillRoundRect(0, 0, getWidth(), getHeight(), getHeight(), getHeight());
    pen.dispose();
    super.paintComponent(graphics);
  }

  private void dress() {
    Font font = UIManager.getFont("Label.font");
    setFont(font.deriveFont(Font.BOLD));
    setForeground(mark.color());
    setIcon(mark.icon(font.getSize()));
    setIconTextGap(6);
    setBorder(BorderFactory.createEmptyBorder(3, 9, 3, 11));
  }
}
