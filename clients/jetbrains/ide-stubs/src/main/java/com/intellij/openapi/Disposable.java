package com.intellij.openapi;

/** A stand-in to compile against; see published.txt. */
public interface Disposable {
  void dispose();
}
