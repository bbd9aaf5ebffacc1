package com.intellij.tasks;

import java.util.Date;

/** A stand-in to compile against; see published.txt. */
public abstract class Comment {
  public static final Comment[] EMPTY_ARRAY = new Comment[0];

  public Comment() {}

  public abstract String getText();

  public abstract String getAuthor();

  public abstract Date getDate();
}
