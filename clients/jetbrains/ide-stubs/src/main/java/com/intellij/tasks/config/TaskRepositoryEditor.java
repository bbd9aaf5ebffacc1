package com.intellij.tasks.config;

import com.intellij.openapi.Disposable;
import javax.swing.JComponent;

/** A stand-in to compile against; see published.txt. */
public abstract class TaskRepositoryEditor implements Disposable {
  public TaskRepositoryEditor() {}

  public abstract JComponent createComponent();

  public JComponent getPreferredFocusedComponent() {
    return null;
  }

  @Override
  public void dispose() {}
}
