package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;

/** One beside the other, as words are in a text: what finds no room goes to the next line. */
record WrapLayout(int gap) implements LayoutManager {
  @Override
  public Dimension preferredLayoutSize(Container parent) {
    return arrange(parent, false);
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    int width = 0;
    for (Component child : parent.getComponents()) width = Math.max(width, child.getMinimumSize().width);
    return new Dimension(width, arrange(parent, false).height);
  }

  @Override
  public void layoutContainer(Container parent) {
    arrange(parent, true);
  }

  @Override
  public void addLayoutComponent(String name, Component child) {}

  @Override
  public void removeLayoutComponent(Component child) {}

  private Dimension arrange(Container parent, boolean place) {
    Insets insets = parent.getInsets();
    int room = parent.getWidth() > 0 ? parent.getWidth() - insets.left - insets.right : Integer.MAX_VALUE;
    int x = 0;
    int y = 0;
    int widest = 0;
    int lineStart = 0;
    int lineHeight = 0;
    Component[] children = parent.getComponents();
    for (int i = 0; i < children.length; i++) {
      if (!children[i].isVisible()) continue;
      Dimension size = children[i].getPreferredSize();
      int width = Math.min(size.width, room);
      if (x > 0 && x + width > room) {
        if (place) centre(children, lineStart, i, insets.top + y, lineHeight);
        y += lineHeight + gap;
        x = 0;
        lineStart = i;
        lineHeight = 0;
      }
      if (place) children[i].setBounds(insets.left + x, insets.top + y, width, size.height);
      x += width + gap;
      widest = Math.max(widest, x - gap);
      lineHeight = Math.max(lineHeight, size.height);
    }
    if (place) centre(children, lineStart, children.length, insets.top + y, lineHeight);
    return new Dimension(widest + insets.left + insets.right, y + lineHeight + insets.top + insets.bottom);
  }

  /** What is lower than its line is in the middle of it. */
  private static void centre(Component[] children, int from, int to, int y, int lineHeight) {
    for (int i = from; i < to; i++) children[i].setLocation(children[i].getX(), y + (lineHeight - children[i].getHeight()) / 2);
  }
}
