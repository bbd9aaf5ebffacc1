package com.intellij.tasks;

/** A stand-in to compile against; see published.txt. */
public enum TaskState {
  SUBMITTED,
  OPEN,
  IN_PROGRESS,
  REOPENED,
  RESOLVED,
  OTHER
}
