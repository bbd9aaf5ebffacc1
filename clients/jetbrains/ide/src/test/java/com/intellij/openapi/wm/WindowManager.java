package com.intellij.openapi.wm;

import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public abstract class WindowManager {
  public static WindowManager getInstance() {
    return FakeIde.running().windows();
  }

  public abstract StatusBar getStatusBar(Project project);
}
