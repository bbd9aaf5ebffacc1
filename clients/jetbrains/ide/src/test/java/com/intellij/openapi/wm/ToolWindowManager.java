package com.intellij.openapi.wm;

import com.intellij.openapi.project.Project;
import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public abstract class ToolWindowManager {
  public static ToolWindowManager getInstance(Project project) {
    return FakeIde.running().toolWindows();
  }

  public abstract ToolWindow getToolWindow(String id);
}
