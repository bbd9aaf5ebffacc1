package org.jiralanguageserver.ui;

import javax.swing.JComponent;
import javax.swing.JLabel;

/** A label that shows text of Jira as it is: Swing takes what begins with {@code <html>} for HTML unless it is told not to. */
class PlainLabel extends JLabel {
  PlainLabel(String text) {
    asPlain(this);
    setText(text);
  }

  /** Has a component show its texts as they are. It has to be told before it gets them. */
  static <C extends JComponent> C asPlain(C component) {
    component.putClientProperty("html.disable", Boolean.TRUE);
    return component;
  }
}
