package org.jiralanguageserver.agent;

import java.io.IOException;
import org.jetbrains.annotations.Nullable;

/**
 * Where a client keeps secrets for the agent: for the user, not for a project, so that every window reads them.
 * It is called on a thread of its own, one call at a time, and may wait.
 */
public interface SecretStore {
  /**
   * @return the secret as it was stored; {@code null} where there is none of this name
   * @throws IOException where the store cannot be read
   */
  @Nullable String read(String name) throws IOException;

  /** @throws IOException where the secret is not kept */
  void store(String name, String secret) throws IOException;

  /**
   * One that is not there is no error.
   *
   * @throws IOException where it is still kept
   */
  void delete(String name) throws IOException;
}
