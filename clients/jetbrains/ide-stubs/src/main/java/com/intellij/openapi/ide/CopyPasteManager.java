package com.intellij.openapi.ide;

import java.awt.datatransfer.Transferable;

/** A stand-in to compile against; see published.txt. */
public abstract class CopyPasteManager {
  CopyPasteManager() {}

  public static CopyPasteManager getInstance() {
    throw new UnsupportedOperationException();
  }

  public abstract void setContents(Transferable contents);
}
