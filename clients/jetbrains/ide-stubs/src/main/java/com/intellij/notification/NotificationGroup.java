package com.intellij.notification;

/** A stand-in to compile against; see published.txt. */
public final class NotificationGroup {
  NotificationGroup() {}

  public final Notification createNotification(String title, String content, NotificationType type) {
    throw new UnsupportedOperationException();
  }
}
