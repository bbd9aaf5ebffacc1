package com.intellij.openapi.actionSystem;

/** A stand-in to compile against; see published.txt. */
public abstract class AnAction implements ActionUpdateThreadAware {
  public AnAction() {}

  public abstract void actionPerformed(AnActionEvent event);

  @Override
  public ActionUpdateThread getActionUpdateThread() {
    return ActionUpdateThread.EDT;
  }

  public void update(AnActionEvent event) {}
}
