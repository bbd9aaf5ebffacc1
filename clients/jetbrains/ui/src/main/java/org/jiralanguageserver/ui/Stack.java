package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** A column of components that scrolls up and down, and never to the side. */
class Stack extends JPanel implements Scrollable {
  /** @param gap pixels between two of them */
  Stack(int gap, Component... children) {
    super(new StackLayout(gap));
    setOpaque(false);
    for (Component child : children) add(child);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return getFontMetrics(getFont()).getHeight();
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(visible.height - getScrollableUnitIncrement(visible, orientation, direction), 1);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() > getPreferredSize().height;
  }
}
