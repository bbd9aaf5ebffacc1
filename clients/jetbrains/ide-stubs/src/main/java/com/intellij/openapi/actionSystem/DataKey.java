package com.intellij.openapi.actionSystem;

/** A stand-in to compile against; see published.txt. */
public final class DataKey<T> {
  DataKey() {}
}
