package com.intellij.openapi.actionSystem;

import com.intellij.openapi.project.Project;

/** A stand-in to compile against; see published.txt. */
public class AnActionEvent {
  AnActionEvent() {}

  public final <T> T getData(DataKey<T> key) {
    throw new UnsupportedOperationException();
  }

  public final Presentation getPresentation() {
    throw new UnsupportedOperationException();
  }

  public final Project getProject() {
    throw new UnsupportedOperationException();
  }
}
