package com.intellij.openapi.actionSystem;

/** A stand-in to compile against; see published.txt. */
public interface ActionUpdateThreadAware {
  default ActionUpdateThread getActionUpdateThread() {
    return ActionUpdateThread.EDT;
  }
}
