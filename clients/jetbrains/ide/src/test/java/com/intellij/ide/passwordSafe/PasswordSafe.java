package com.intellij.ide.passwordSafe;

import com.intellij.credentialStore.CredentialStore;
import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public abstract class PasswordSafe implements CredentialStore {
  public static PasswordSafe getInstance() {
    return FakeIde.running().passwordSafe();
  }
}
