package com.intellij.credentialStore;

/** A stand-in to compile against; see published.txt. */
public final class CredentialAttributesKt {
  private CredentialAttributesKt() {}

  public static final String generateServiceName(String subsystem, String key) {
    throw new UnsupportedOperationException();
  }
}
