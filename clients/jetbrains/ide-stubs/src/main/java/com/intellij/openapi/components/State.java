package com.intellij.openapi.components;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A stand-in to compile against; see published.txt. */
@Retention(RetentionPolicy.RUNTIME)
public @interface State {
  String name();

  Storage[] storages() default {};
}
