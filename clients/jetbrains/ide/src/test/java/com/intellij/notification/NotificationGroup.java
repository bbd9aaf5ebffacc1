package com.intellij.notification;

/** A stand-in that does something; see {@code FakeIde}. */
public final class NotificationGroup {
  public Notification createNotification(String title, String content, NotificationType type) {
    return new Notification(content);
  }
}
