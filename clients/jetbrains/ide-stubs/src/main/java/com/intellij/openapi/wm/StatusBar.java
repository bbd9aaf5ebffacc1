package com.intellij.openapi.wm;

/** A stand-in to compile against; see published.txt. */
public interface StatusBar {
  void updateWidget(String id);
}
