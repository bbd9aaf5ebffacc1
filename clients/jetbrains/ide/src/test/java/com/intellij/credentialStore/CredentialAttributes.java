package com.intellij.credentialStore;

/** A stand-in that does something; see {@code FakeIde}. */
public final class CredentialAttributes {
  private final String serviceName;

  public CredentialAttributes(String serviceName) {
    this.serviceName = serviceName;
  }

  public String getServiceName() {
    return serviceName;
  }
}
