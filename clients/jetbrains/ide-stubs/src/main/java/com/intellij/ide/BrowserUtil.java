package com.intellij.ide;

import java.net.URI;

/** A stand-in to compile against; see published.txt. */
public final class BrowserUtil {
  private BrowserUtil() {}

  public static void browse(URI address) {}
}
