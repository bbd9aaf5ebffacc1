package com.intellij.openapi.progress;

/** A stand-in to compile against; see published.txt. */
public interface ProgressIndicator {
  void checkCanceled();

  boolean isCanceled();

  void setFraction(double fraction);

  void setIndeterminate(boolean indeterminate);

  void setText(String text);
}
