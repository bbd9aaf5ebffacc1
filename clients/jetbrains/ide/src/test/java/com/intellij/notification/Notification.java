package com.intellij.notification;

import com.intellij.openapi.actionSystem.AnAction;
import com.intellij.openapi.project.Project;
import java.util.ArrayList;
import java.util.List;
import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public class Notification {
  private final String content;
  private final List<NotificationAction> actions = new ArrayList<>();
  private Runnable whenExpired = () -> {};

  Notification(String content) {
    this.content = content;
  }

  public String content() {
    return content;
  }

  public List<String> actions() {
    return actions.stream().map(NotificationAction::text).toList();
  }

  /** Presses a button: the notification expires, and then what was pressed is done. */
  public void press(String text) {
    NotificationAction pressed = actions.stream().filter(each -> each.text().equals(text)).findFirst().orElseThrow();
    expire();
    pressed.run();
  }

  public void expire() {
    whenExpired.run();
  }

  public Notification addAction(AnAction action) {
    actions.add((NotificationAction) action);
    return this;
  }

  public void notify(Project project) {
    FakeIde.running().shown(this);
  }

  public Notification whenExpired(Runnable then) {
    whenExpired = then;
    return this;
  }
}
