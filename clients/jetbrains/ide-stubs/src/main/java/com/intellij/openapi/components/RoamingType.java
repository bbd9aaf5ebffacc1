package com.intellij.openapi.components;

/** A stand-in to compile against; see published.txt. */
public enum RoamingType {
  DISABLED
}
