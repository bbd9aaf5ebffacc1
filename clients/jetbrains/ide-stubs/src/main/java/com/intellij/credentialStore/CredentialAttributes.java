package com.intellij.credentialStore;

/** A stand-in to compile against; see published.txt. */
public final class CredentialAttributes {
  public CredentialAttributes(String serviceName) {}
}
