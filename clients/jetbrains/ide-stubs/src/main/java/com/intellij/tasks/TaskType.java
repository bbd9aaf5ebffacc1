package com.intellij.tasks;

/** A stand-in to compile against; see published.txt. */
public enum TaskType {
  BUG,
  EXCEPTION,
  FEATURE,
  OTHER
}
