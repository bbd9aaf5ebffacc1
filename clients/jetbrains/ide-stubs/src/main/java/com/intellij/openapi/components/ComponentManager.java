package com.intellij.openapi.components;

import com.intellij.openapi.Disposable;

/** A stand-in to compile against; see published.txt. */
public interface ComponentManager extends Disposable {
  <T> T getService(Class<T> type);

  boolean isDisposed();
}
