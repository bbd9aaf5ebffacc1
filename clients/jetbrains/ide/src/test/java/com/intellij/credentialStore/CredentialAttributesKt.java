package com.intellij.credentialStore;

/** A stand-in that does something; see {@code FakeIde}. */
public final class CredentialAttributesKt {
  public static String generateServiceName(String subsystem, String key) {
    return subsystem + " – " + key;
  }
}
