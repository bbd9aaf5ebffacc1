package com.intellij.ui.content;

/** A stand-in to compile against; see published.txt. */
public interface ContentManager {
  void addContent(Content content);
}
