package com.intellij.ide.trustedProjects;

import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public final class TrustedProjects {
  public static boolean isProjectTrusted(Project project) {
    return FakeIde.running().trusts(project);
  }
}
