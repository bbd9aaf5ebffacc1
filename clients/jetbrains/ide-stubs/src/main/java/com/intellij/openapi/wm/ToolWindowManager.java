package com.intellij.openapi.wm;

import com.intellij.openapi.project.Project;

/** A stand-in to compile against; see published.txt. */
public abstract class ToolWindowManager {
  ToolWindowManager() {}

  public static final ToolWindowManager getInstance(Project project) {
    throw new UnsupportedOperationException();
  }

  public abstract ToolWindow getToolWindow(String id);
}
