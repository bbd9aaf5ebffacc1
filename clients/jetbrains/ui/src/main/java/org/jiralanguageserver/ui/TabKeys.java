package org.jiralanguageserver.ui;

import java.awt.KeyboardFocusManager;
import javax.swing.JTextArea;

/** What the Tab key does in texts of several lines. */
final class TabKeys {
  private TabKeys() {}

  /** Tab goes on to the next control, as everywhere else, and writes no tab character. */
  static void moveOn(JTextArea text) {
    text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
  }
}
