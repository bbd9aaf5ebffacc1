package com.intellij.tasks;

/** A stand-in to compile against; see published.txt. */
public final class CustomTaskState {
  public CustomTaskState(String id, String name) {}

  public String getId() {
    throw new UnsupportedOperationException();
  }
}
