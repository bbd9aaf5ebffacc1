package com.intellij.openapi.wm;

import com.intellij.openapi.project.Project;

/** A stand-in to compile against; see published.txt. */
public interface StatusBarWidgetFactory {
  String getId();

  String getDisplayName();

  default boolean isAvailable(Project project) {
    return true;
  }

  default StatusBarWidget createWidget(Project project) {
    throw new UnsupportedOperationException();
  }

  default void disposeWidget(StatusBarWidget widget) {}

  default boolean canBeEnabledOn(StatusBar bar) {
    return true;
  }
}
