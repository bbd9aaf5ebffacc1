package com.intellij.tasks;

import java.util.Date;
import javax.swing.Icon;

/** A stand-in to compile against; see published.txt. */
public abstract class Task {
  public Task() {}

  public abstract String getId();

  public abstract String getSummary();

  public abstract String getDescription();

  public abstract Comment[] getComments();

  public abstract Icon getIcon();

  public abstract TaskType getType();

  public abstract Date getUpdated();

  public abstract Date getCreated();

  public abstract boolean isClosed();

  public abstract boolean isIssue();

  public abstract String getIssueUrl();

  public TaskRepository getRepository() {
    return null;
  }

  public TaskState getState() {
    return null;
  }
}
