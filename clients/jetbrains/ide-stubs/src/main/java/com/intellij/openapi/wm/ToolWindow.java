package com.intellij.openapi.wm;

import com.intellij.ui.content.ContentManager;

/** A stand-in to compile against; see published.txt. */
public interface ToolWindow {
  default void activate(Runnable then) {
    throw new UnsupportedOperationException();
  }

  ContentManager getContentManager();
}
