package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;

/** One below the other, each as wide as there is room, and as high as its text needs when it is so wide. */
record StackLayout(int gap) implements LayoutManager {
  @Override
  public Dimension preferredLayoutSize(Container parent) {
    Insets insets = parent.getInsets();
    int room = parent.getWidth() > 0 ? parent.getWidth() - insets.left - insets.right : Integer.MAX_VALUE;
    int width = 0;
    int height = 0;
    for (Component child : parent.getComponents()) {
      if (!child.isVisible()) continue;
      height += (height > 0 ? gap : 0) + heightAt(child, room);
      width = Math.max(width, child.getPreferredSize().width);
    }
    return new Dimension(width + insets.left + insets.right, height + insets.top + insets.bottom);
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    return new Dimension(0, preferredLayoutSize(parent).height);
  }

  @Override
  public void layoutContainer(Container parent) {
    Insets insets = parent.getInsets();
    int width = Math.max(0, parent.getWidth() - insets.left - insets.right);
    int y = insets.top;
    for (Component child : parent.getComponents()) {
      if (!child.isVisible()) continue;
      int height = heightAt(child, width);
      child.setBounds(insets.left, y, width, height);
      y += height + gap;
    }
  }

  @Override
  public void addLayoutComponent(String name, Component child) {}

  @Override
  public void removeLayoutComponent(Component child) {}

  /** A text breaks its lines by the width that it has, so it gets the width before it is asked. */
  private static int heightAt(Component child, int width) {
    if (width != Integer.MAX_VALUE && child.getWidth() != width) {
      child.setSize(width, child.getHeight());
      layOut(child);
    }
    return child.getPreferredSize().height;
  }

  private static void layOut(Component component) {
    component.doLayout();
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) layOut(child);
    }
  }
}
