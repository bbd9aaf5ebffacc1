package com.intellij.openapi.application;

import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public class ApplicationManager {
  public static Application getApplication() {
    return FakeIde.running().application();
  }
}
