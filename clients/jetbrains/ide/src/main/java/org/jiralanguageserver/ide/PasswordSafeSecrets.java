package org.jiralanguageserver.ide;

import com.intellij.credentialStore.CredentialAttributes;
import com.intellij.credentialStore.CredentialAttributesKt;
import com.intellij.ide.passwordSafe.PasswordSafe;
import java.io.IOException;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.SecretStore;

/** The IDE's own store of passwords, in the keychain of the system or where the user's settings say. */
final class PasswordSafeSecrets implements SecretStore {
  private static final String SUBSYSTEM = "Jira language server";

  @Override
  public @Nullable String read(String name) {
    return PasswordSafe.getInstance().getPassword(attributes(name));
  }

  /** Reads back what it stored, since the store tells nobody when it fails. */
  @Override
  public void store(String name, String secret) throws IOException {
    PasswordSafe safe = PasswordSafe.getInstance();
    safe.setPassword(attributes(name), secret);
    if (!secret.equals(safe.getPassword(attributes(name)))) throw new IOException(JiraBundle.text("secrets.notKept"));
  }

  @Override
  public void delete(String name) throws IOException {
    PasswordSafe safe = PasswordSafe.getInstance();
    safe.setPassword(attributes(name), null);
    if (safe.getPassword(attributes(name)) != null) throw new IOException(JiraBundle.text("secrets.notDeleted"));
  }

  private static CredentialAttributes attributes(String name) {
    return new CredentialAttributes(CredentialAttributesKt.generateServiceName(SUBSYSTEM, name));
  }
}
