package com.intellij.openapi.vfs;

/** A stand-in to compile against; see published.txt. */
public abstract class VirtualFile {
  VirtualFile() {}
}
