package com.intellij.ide.passwordSafe;

import com.intellij.credentialStore.CredentialStore;

/** A stand-in to compile against; see published.txt. */
public abstract class PasswordSafe implements CredentialStore {
  PasswordSafe() {}

  public static final PasswordSafe getInstance() {
    throw new UnsupportedOperationException();
  }
}
