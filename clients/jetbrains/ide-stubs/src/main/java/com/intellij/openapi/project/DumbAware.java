package com.intellij.openapi.project;

/** A stand-in to compile against; see published.txt. */
public interface DumbAware {}
