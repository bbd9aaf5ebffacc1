package com.intellij.util;

/** A stand-in to compile against; see published.txt. */
public interface Consumer<T> extends java.util.function.Consumer<T> {
  void consume(T value);

  @Override
  default void accept(T value) {
    consume(value);
  }
}
