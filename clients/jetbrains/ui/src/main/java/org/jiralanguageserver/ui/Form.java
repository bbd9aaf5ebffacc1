package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JPanel;

/** Labels, and beside each what it is for. */
class Form extends JPanel {
  private int rows;

  Form() {
    super(new GridBagLayout());
    setOpaque(false);
  }

  /** @param label {@code null} where the component speaks for itself */
  void row(Component label, Component component) {
    boolean high = component.getPreferredSize().height > 2 * getFontMetrics(getFont()).getHeight() + 8;
    if (label != null) add(label, at(0, 0, high ? GridBagConstraints.FIRST_LINE_START : GridBagConstraints.LINE_START, GridBagConstraints.NONE, new Insets(high ? 7 : 3, 0, 3, 12)));
    add(component, at(1, 1, GridBagConstraints.LINE_START, GridBagConstraints.HORIZONTAL, new Insets(label == null ? 0 : 3, 0, 3, 0)));
    rows++;
  }

  @Override
  public void removeAll() {
    super.removeAll();
    rows = 0;
  }

  private GridBagConstraints at(int column, double weight, int anchor, int fill, Insets insets) {
    return new GridBagConstraints(column, rows, 1, 1, weight, 0, anchor, fill, insets, 0, 0);
  }
}
