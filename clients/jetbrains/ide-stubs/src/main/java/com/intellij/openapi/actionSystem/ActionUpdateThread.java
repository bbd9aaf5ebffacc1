package com.intellij.openapi.actionSystem;

/** A stand-in to compile against; see published.txt. */
public enum ActionUpdateThread {
  BGT,
  EDT
}
