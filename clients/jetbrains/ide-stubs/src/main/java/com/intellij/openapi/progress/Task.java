package com.intellij.openapi.progress;

import com.intellij.openapi.project.Project;

/** A stand-in to compile against; see published.txt. */
public abstract class Task implements Progressive {
  Task() {}

  public final void queue() {}

  public abstract static class Backgroundable extends Task {
    public Backgroundable(Project project, String title, boolean canBeCancelled) {}
  }
}
