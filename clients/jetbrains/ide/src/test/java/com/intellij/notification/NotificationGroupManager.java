package com.intellij.notification;

import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public interface NotificationGroupManager {
  static NotificationGroupManager getInstance() {
    return FakeIde.running().notificationGroups();
  }

  NotificationGroup getNotificationGroup(String id);
}
