package com.intellij.openapi.components;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A stand-in to compile against; see published.txt. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Storage {
  String value() default "";

  RoamingType roamingType() default RoamingType.DISABLED;
}
