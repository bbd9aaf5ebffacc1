package org.jiralanguageserver.ide;

import com.intellij.notification.Notification;
import com.intellij.notification.NotificationAction;
import com.intellij.notification.NotificationGroupManager;
import com.intellij.notification.NotificationType;
import com.intellij.openapi.project.Project;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.annotations.Nullable;

/** The notifications of the plugin. What is still shown is not shown again. */
final class Notices {
  static final String GROUP = "Jira";

  private final Map<String, Notification> shown = new ConcurrentHashMap<>();

  /**
   * Shows one. Its text is plain: what could be markup of HTML is shown as it is.
   *
   * @param project whose window it is shown in; {@code null} for all
   * @param deeds what the user can do about it, by its name
   * @param dismissed what is done where the user does none of it
   */
  void show(@Nullable Project project, NotificationType type, String text, Map<String, Runnable> deeds, Runnable dismissed) {
    String key = type + text + deeds.keySet();
    Notification notification = NotificationGroupManager.getInstance().getNotificationGroup(GROUP)
        .createNotification(JiraBundle.text("notification.title"), html(text), type);
    if (shown.putIfAbsent(key, notification) != null) {
      dismissed.run();
      return;
    }
    deeds.forEach((name, deed) -> notification.addAction(NotificationAction.createSimpleExpiring(name, deed)));
    notification.whenExpired(() -> {
      shown.remove(key, notification);
      dismissed.run();
    });
    notification.notify(project);
  }

  /** Shows one with nothing to do about it. */
  void show(@Nullable Project project, NotificationType type, String text) {
    show(project, type, text, new LinkedHashMap<>(), () -> {});
  }

  /** The content of a notification is HTML; this is text that shows as it is. */
  static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
  }
}
