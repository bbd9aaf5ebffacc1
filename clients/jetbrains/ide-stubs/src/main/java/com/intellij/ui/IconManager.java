package com.intellij.ui;

/** A stand-in to compile against; see published.txt. */
public interface IconManager {
  static IconManager getInstance() {
    throw new UnsupportedOperationException();
  }

  javax.swing.Icon getIcon(String path, ClassLoader loader);
}
