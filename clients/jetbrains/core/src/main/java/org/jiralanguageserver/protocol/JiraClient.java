// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * What the agent asks and tells its client: all of LSP, and what is added to it.
 * A client implements what it declares.
 */
public interface JiraClient extends LanguageClient {
  /**
   * Reads a secret that the editor keeps.
   * It comes where the client declared {@code secrets}.
   */
  @JsonRequest("jira/readSecret")
  default CompletableFuture<ReadSecretResult> readSecret(ReadSecretParams params) {
    throw new UnsupportedOperationException();
  }

  /**
   * Stores a secret in the editor's own storage.
   * An editor keeps it where its other secrets are, for the user and not for the folder that is open: every window reads it, also after a restart.
   * It answers once the secret is kept, and with an error where it is not.
   * It comes where the client declared {@code secrets}.
   */
  @JsonRequest("jira/storeSecret")
  default CompletableFuture<Void> storeSecret(StoreSecretParams params) {
    throw new UnsupportedOperationException();
  }

  /**
   * Deletes a secret that the editor keeps; one that is not there is no error.
   * It comes where the client declared {@code secrets}.
   */
  @JsonRequest("jira/deleteSecret")
  default CompletableFuture<Void> deleteSecret(DeleteSecretParams params) {
    throw new UnsupportedOperationException();
  }

  /**
   * Offers the user to sign in, by the user interface of the client, and waits until that is done or not wanted.
   * The agent asks in one window, whichever notices it first, and not again where it was answered before.
   * Without the capability it asks and tells by {@code window/showMessageRequest} and {@code window/showMessage}.
   * A client shows {@code message} with a way to sign in, and answers {@code notNow} where the user closes it.
   * It comes where the client declared {@code signIn}.
   */
  @JsonRequest("jira/offerSignIn")
  default CompletableFuture<OfferSignInResult> offerSignIn(OfferSignInParams params) {
    throw new UnsupportedOperationException();
  }

  /**
   * Tells the address by which the user's browser reaches the agent.
   * It comes where an authorization begins with {@code loopback}.
   * An editor whose window is on another machine than the agent (over SSH, with a container, in a browser) forwards the port to there, and gives the address at that end; any other gives back what it was given.
   * The agent takes its own address where the editor fails.
   * It comes where the client declared {@code externalAddress}.
   */
  @JsonRequest("jira/externalAddress")
  default CompletableFuture<ExternalAddressResult> externalAddress(ExternalAddressParams params) {
    throw new UnsupportedOperationException();
  }

  /**
   * Tells that a provider or its state changed, in this window or in another; the list is whole.
   * It comes where the client declared {@code providersChanged}.
   */
  @JsonNotification("jira/providersChanged")
  default void providersChanged(ProvidersChangedParams params) {
    throw new UnsupportedOperationException();
  }

  /**
   * Tells what is different from what {@code jira/issues} or {@code jira/issue} answered from the cache: once for each {@code refresh} of a result, or in several pieces, of which one is the last.
   * It comes where the client declared {@code issuesChanged}.
   */
  @JsonNotification("jira/issuesChanged")
  default void issuesChanged(IssuesChangedParams params) {
    throw new UnsupportedOperationException();
  }
}
