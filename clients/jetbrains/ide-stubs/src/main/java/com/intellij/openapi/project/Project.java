package com.intellij.openapi.project;

import com.intellij.openapi.components.ComponentManager;

/** A stand-in to compile against; see published.txt. */
public interface Project extends ComponentManager {
  String getBasePath();

  String getName();
}
