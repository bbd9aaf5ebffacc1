package com.intellij.openapi.options;

/** A stand-in to compile against; see published.txt. */
public interface Configurable extends UnnamedConfigurable {
  String getDisplayName();
}
