package com.intellij.tasks;

/** A stand-in to compile against; see published.txt. */
public abstract class LocalTask extends Task {
  LocalTask() {}
}
