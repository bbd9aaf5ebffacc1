package com.intellij.tasks;

import java.util.Date;

/** A stand-in to compile against; see published.txt. */
public abstract class Comment {
  public Comment() {}

  public abstract String getText();

  public abstract String getAuthor();

  public abstract Date getDate();
}
