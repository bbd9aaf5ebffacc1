package com.intellij.openapi.application;

/** A stand-in to compile against; see published.txt. */
public class ApplicationManager {
  ApplicationManager() {}

  public static Application getApplication() {
    throw new UnsupportedOperationException();
  }
}
