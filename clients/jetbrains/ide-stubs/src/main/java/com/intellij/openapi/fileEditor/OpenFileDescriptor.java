package com.intellij.openapi.fileEditor;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;

/** A stand-in to compile against; see published.txt. */
public class OpenFileDescriptor {
  public OpenFileDescriptor(Project project, VirtualFile file, int line, int column) {}

  public void navigate(boolean takeFocus) {}
}
