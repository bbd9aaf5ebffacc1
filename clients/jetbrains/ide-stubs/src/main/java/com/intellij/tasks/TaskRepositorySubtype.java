package com.intellij.tasks;

import javax.swing.Icon;

/** A stand-in to compile against; see published.txt. */
public interface TaskRepositorySubtype {
  String getName();

  Icon getIcon();

  TaskRepository createRepository();
}
