package com.intellij.credentialStore;

/** A stand-in to compile against; see published.txt. */
public interface CredentialStore {
  default String getPassword(CredentialAttributes attributes) {
    throw new UnsupportedOperationException();
  }

  default void setPassword(CredentialAttributes attributes, String password) {
    throw new UnsupportedOperationException();
  }
}
