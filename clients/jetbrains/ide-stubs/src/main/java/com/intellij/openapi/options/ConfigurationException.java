package com.intellij.openapi.options;

/** A stand-in to compile against; see published.txt. */
public class ConfigurationException extends Exception {
  public ConfigurationException(String message) {
    super(message);
  }
}
