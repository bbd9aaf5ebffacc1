package com.intellij.openapi.vfs;

import java.nio.file.Path;

/** A stand-in to compile against; see published.txt. */
public abstract class VirtualFileManager {
  VirtualFileManager() {}

  public static VirtualFileManager getInstance() {
    throw new UnsupportedOperationException();
  }

  public VirtualFile refreshAndFindFileByNioPath(Path path) {
    throw new UnsupportedOperationException();
  }
}
