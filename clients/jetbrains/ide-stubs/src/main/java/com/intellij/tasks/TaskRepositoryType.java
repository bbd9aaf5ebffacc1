package com.intellij.tasks;

import com.intellij.openapi.project.Project;
import com.intellij.tasks.config.TaskRepositoryEditor;
import com.intellij.util.Consumer;
import javax.swing.Icon;

/** A stand-in to compile against; see published.txt. */
public abstract class TaskRepositoryType<T extends TaskRepository> implements TaskRepositorySubtype {
  public TaskRepositoryType() {}

  @Override
  public abstract String getName();

  @Override
  public abstract Icon getIcon();

  public abstract TaskRepositoryEditor createEditor(T repository, Project project, Consumer<? super T> changes);

  @Override
  public abstract TaskRepository createRepository();

  public abstract Class<T> getRepositoryClass();
}
