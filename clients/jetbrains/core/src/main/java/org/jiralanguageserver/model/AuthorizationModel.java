package org.jiralanguageserver.model;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.ClientUi;
import org.jiralanguageserver.protocol.AuthorizeParams;
import org.jiralanguageserver.protocol.AuthorizeResult;
import org.jiralanguageserver.protocol.CompleteAuthorizationParams;
import org.jiralanguageserver.protocol.CompleteAuthorizationResult;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.Redirect;

/** Signing in by OAuth: the user approves in the browser. */
public final class AuthorizationModel extends Model<AuthorizationModel.State> {
  /** How far it is. */
  public enum Phase {
    /** It was not begun, or was stopped. */
    IDLE,
    /** Jira is asked for the page. */
    OPENING,
    /** The user has the page. */
    WAITING,
    /** The user is back, and the access is got. */
    FINISHING,
    DONE,
    FAILED
  }

  /**
   * @param phase how far it is
   * @param url the page where the user approves, to be copied where the browser did not open
   * @param redirect whether the browser comes back by itself, or shows a code that is typed
   * @param expiresAt when it is over
   * @param needsPassphrase whether the passphrase of the team is needed first
   * @param provider the server, as it is now
   * @param problem why it failed
   */
  public record State(
      Phase phase, @Nullable String url, @Nullable Redirect redirect, @Nullable Instant expiresAt, boolean needsPassphrase, Provider provider, @Nullable Problem problem) {
    State at(Phase next, @Nullable Problem why) {
      return new State(next, url, redirect, expiresAt, needsPassphrase, provider, why);
    }
  }

  private final ClientUi ui;
  private @Nullable String authorization;
  private @Nullable Pending<?> waiting;

  AuthorizationModel(Agent agent, ClientUi ui, Executor thread, Provider provider) {
    super(agent, thread, first(provider, null));
    this.ui = ui;
  }

  /**
   * Asks Jira for the page and opens it in the browser; then it waits for the user.
   *
   * @param redirect {@link Redirect#OOB} where the browser runs on another machine than the agent
   * @param passphrase the passphrase of the team, where it is needed
   */
  public CompletableFuture<Void> begin(Redirect redirect, @Nullable String passphrase) {
    stop();
    become(now().at(Phase.OPENING, null));
    AuthorizeParams params = AuthorizeParams.of(now().provider().id()).withRedirect(redirect).withPassphrase(passphrase);
    Pending<AuthorizeResult> asked = send(JiraRequests.AUTHORIZE, params);
    waiting = asked;
    return asked.answer().handle((result, problem) -> {
      if (waiting != asked || isClosed()) return null;
      if (problem == null) show(result);
      else failed(problem);
      return null;
    });
  }

  /** Opens the page once more. */
  public void openAgain() {
    String url = now().url();
    if (url != null) ui.browse(URI.create(url));
  }

  /** Takes the code that Jira shows, or the whole address that the browser was sent to and did not reach. */
  public CompletableFuture<Void> enterCode(String codeOrAddress) {
    if (authorization == null) return CompletableFuture.completedFuture(null);
    return complete(CompleteAuthorizationParams.of(authorization).withVerifier(codeOrAddress.strip()), Phase.FINISHING);
  }

  /** Waits no more; it can be begun anew. */
  public void stop() {
    Pending<?> before = waiting;
    waiting = null;
    authorization = null;
    if (before != null) before.cancel();
    become(first(now().provider(), null));
  }

  private void show(AuthorizeResult result) {
    authorization = result.authorization();
    become(new State(Phase.WAITING, result.url(), result.redirect(), result.expiresAt(), false, now().provider(), null));
    ui.browse(URI.create(result.url()));
    if (result.redirect() == Redirect.LOOPBACK) complete(CompleteAuthorizationParams.of(result.authorization()), Phase.WAITING);
  }

  private CompletableFuture<Void> complete(CompleteAuthorizationParams params, Phase meanwhile) {
    Pending<?> before = waiting;
    become(now().at(meanwhile, null));
    Pending<CompleteAuthorizationResult> completing = send(JiraRequests.COMPLETE_AUTHORIZATION, params);
    waiting = completing;
    if (before != null) before.cancel();
    return completing.answer().handle((result, problem) -> {
      if (waiting != completing || isClosed()) return null;
      if (problem == null) {
        waiting = null;
        authorization = null;
        become(new State(Phase.DONE, null, now().redirect(), null, false, result.provider(), null));
      } else {
        failed(problem);
      }
      return null;
    });
  }

  /** A code that was mistyped can be typed again: the page and the authorization stay. */
  private void failed(Throwable problem) {
    if (!isCancellation(problem)) become(now().at(Phase.FAILED, Problem.of(problem)));
  }

  private static State first(Provider provider, @Nullable Problem problem) {
    return new State(Phase.IDLE, null, null, null, Boolean.TRUE.equals(provider.locked()), provider, problem);
  }
}
