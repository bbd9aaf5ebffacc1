package com.intellij.openapi.application;

import com.intellij.openapi.wm.IdeFrame;

/** A stand-in to compile against; see published.txt. */
public interface ApplicationActivationListener {
  default void applicationActivated(IdeFrame frame) {}
}
