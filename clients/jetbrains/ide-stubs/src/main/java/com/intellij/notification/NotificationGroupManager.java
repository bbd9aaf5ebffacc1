package com.intellij.notification;

/** A stand-in to compile against; see published.txt. */
public interface NotificationGroupManager {
  static NotificationGroupManager getInstance() {
    throw new UnsupportedOperationException();
  }

  NotificationGroup getNotificationGroup(String id);
}
