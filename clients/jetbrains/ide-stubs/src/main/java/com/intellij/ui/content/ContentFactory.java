package com.intellij.ui.content;

import javax.swing.JComponent;

/** A stand-in to compile against; see published.txt. */
public interface ContentFactory {
  static ContentFactory getInstance() {
    throw new UnsupportedOperationException();
  }

  Content createContent(JComponent component, String title, boolean lockable);
}
