package com.intellij.notification;

import com.intellij.openapi.actionSystem.AnActionEvent;
import com.intellij.openapi.project.DumbAwareAction;

/** A stand-in that does something; see {@code FakeIde}. */
public abstract class NotificationAction extends DumbAwareAction {
  public abstract String text();

  public abstract void run();

  public static NotificationAction createSimpleExpiring(String text, Runnable then) {
    return new NotificationAction() {
      @Override
      public String text() {
        return text;
      }

      @Override
      public void run() {
        then.run();
      }

      @Override
      public void actionPerformed(AnActionEvent event) {
        run();
      }
    };
  }
}
