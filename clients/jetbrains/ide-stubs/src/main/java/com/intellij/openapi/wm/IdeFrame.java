package com.intellij.openapi.wm;

import com.intellij.openapi.project.Project;

/** A stand-in to compile against; see published.txt. */
public interface IdeFrame {
  Project getProject();
}
