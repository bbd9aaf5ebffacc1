package com.intellij.openapi.components;

/** A stand-in to compile against; see published.txt. */
public interface PersistentStateComponent<T> {
  T getState();

  void loadState(T state);
}
