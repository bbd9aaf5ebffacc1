package com.intellij.openapi.progress;

/** A stand-in to compile against; see published.txt. */
public interface Progressive {
  void run(ProgressIndicator indicator);
}
