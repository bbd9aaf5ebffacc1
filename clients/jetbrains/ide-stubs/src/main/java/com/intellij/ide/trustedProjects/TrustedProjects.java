package com.intellij.ide.trustedProjects;

import com.intellij.openapi.project.Project;

/** A stand-in to compile against; see published.txt. */
public final class TrustedProjects {
  private TrustedProjects() {}

  public static boolean isProjectTrusted(Project project) {
    throw new UnsupportedOperationException();
  }
}
