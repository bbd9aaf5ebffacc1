// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * Every value of Jira's application link form, and the steps to it.
 * @param url The administrator's page of application links, where the server is known.
 * @param applicationUrl The address that Jira wants of every application: nothing is there, and another for each key.
 * @param publicKey The public key in the form that Jira's form takes.
 * @param steps What the administrator does, in the words of the server's own version.
 */
public record ApplicationLink(
    @Nullable String url,
    String applicationUrl,
    String applicationName,
    String consumerKey,
    String consumerName,
    String publicKey,
    List<String> steps
) {
  public ApplicationLink {
    Objects.requireNonNull(applicationUrl, "applicationUrl");
    Objects.requireNonNull(applicationName, "applicationName");
    Objects.requireNonNull(consumerKey, "consumerKey");
    Objects.requireNonNull(consumerName, "consumerName");
    Objects.requireNonNull(publicKey, "publicKey");
    steps = List.copyOf(steps);
  }
}
