package com.intellij.openapi.project;

import com.intellij.openapi.actionSystem.AnAction;

/** A stand-in to compile against; see published.txt. */
public abstract class DumbAwareAction extends AnAction implements DumbAware {
  protected DumbAwareAction() {}
}
