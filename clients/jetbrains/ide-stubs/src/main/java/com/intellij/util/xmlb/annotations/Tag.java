package com.intellij.util.xmlb.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A stand-in to compile against; see published.txt. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Tag {
  String value();
}
