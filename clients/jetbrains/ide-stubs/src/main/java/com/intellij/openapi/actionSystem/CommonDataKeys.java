package com.intellij.openapi.actionSystem;

import com.intellij.openapi.editor.Editor;

/** A stand-in to compile against; see published.txt. */
public class CommonDataKeys {
  public static final DataKey<Editor> EDITOR = new DataKey<>();

  CommonDataKeys() {}
}
