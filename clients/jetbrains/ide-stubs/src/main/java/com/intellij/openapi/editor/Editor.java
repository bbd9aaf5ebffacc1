package com.intellij.openapi.editor;

/** A stand-in to compile against; see published.txt. */
public interface Editor {
  CaretModel getCaretModel();

  Document getDocument();
}
