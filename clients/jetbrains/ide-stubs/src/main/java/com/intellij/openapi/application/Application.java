package com.intellij.openapi.application;

import com.intellij.openapi.components.ComponentManager;

/** A stand-in to compile against; see published.txt. */
public interface Application extends ComponentManager {
  void invokeLater(Runnable runnable);
}
