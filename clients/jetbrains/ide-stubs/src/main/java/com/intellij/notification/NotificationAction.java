package com.intellij.notification;

import com.intellij.openapi.project.DumbAwareAction;

/** A stand-in to compile against; see published.txt. */
public abstract class NotificationAction extends DumbAwareAction {
  NotificationAction() {}

  public static NotificationAction createSimpleExpiring(String text, Runnable then) {
    throw new UnsupportedOperationException();
  }
}
