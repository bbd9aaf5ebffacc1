package com.intellij.notification;

/** A stand-in to compile against; see published.txt. */
public enum NotificationType {
  INFORMATION,
  WARNING,
  ERROR
}
