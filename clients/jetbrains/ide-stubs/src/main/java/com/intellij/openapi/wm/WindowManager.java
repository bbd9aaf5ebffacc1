package com.intellij.openapi.wm;

import com.intellij.openapi.project.Project;

/** A stand-in to compile against; see published.txt. */
public abstract class WindowManager {
  WindowManager() {}

  public static WindowManager getInstance() {
    throw new UnsupportedOperationException();
  }

  public abstract StatusBar getStatusBar(Project project);
}
