package com.intellij.notification;

import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.project.Project;

/** A stand-in to compile against; see published.txt. */
public class Notification {
  Notification() {}

  public Notification addAction(AnAction action) {
    throw new UnsupportedOperationException();
  }

  public void notify(Project project) {}

  public Notification whenExpired(Runnable then) {
    throw new UnsupportedOperationException();
  }
}
