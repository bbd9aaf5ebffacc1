package org.jiralanguageserver.model;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.AgentState;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProvidersParams;
import org.jiralanguageserver.protocol.RemoveProviderParams;
import org.jiralanguageserver.protocol.SignOutParams;
import org.jiralanguageserver.protocol.TrustWorkspaceProviderParams;
import org.jiralanguageserver.wire.Request;

/** The configured servers, and how the agent is doing. */
public final class ProvidersModel extends Model<ProvidersModel.State> {
  /**
   * @param agent how the agent is doing
   * @param providers the servers
   * @param loaded whether they are known; before that the list is empty
   * @param problem why the last thing that was tried did not work
   */
  public record State(AgentState agent, List<Provider> providers, boolean loaded, @Nullable Problem problem) {
    public State {
      providers = List.copyOf(providers);
    }

    /** A server by its id; {@code null} where there is none. */
    public @Nullable Provider provider(String id) {
      return providers.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }
  }

  ProvidersModel(Agent agent, Executor thread) {
    super(agent, thread, new State(agent.state(), List.of(), false, null));
    until(agent.onProviders(here(this::know)));
    until(agent.onState(here(this::agentIs)));
  }

  /** Reads the list anew. */
  public CompletableFuture<Void> refresh() {
    return send(JiraRequests.PROVIDERS, new ProvidersParams()).answer().handle((result, problem) -> {
      if (problem == null) know(result.providers());
      else failed(problem);
      return null;
    });
  }

  /** Forgets a server with its credentials. */
  public CompletableFuture<Void> remove(String provider) {
    return act(JiraRequests.REMOVE_PROVIDER, new RemoveProviderParams(provider));
  }

  /** Forgets the credentials of a server. */
  public CompletableFuture<Void> signOut(String provider) {
    return act(JiraRequests.SIGN_OUT, new SignOutParams(provider));
  }

  /** Says whether a server that the workspace names is one of the user's: nothing is sent to it before. */
  public CompletableFuture<Void> approve(Provider provider, boolean trusted) {
    return act(JiraRequests.TRUST_WORKSPACE_PROVIDER, TrustWorkspaceProviderParams.of(provider.id(), hostOf(provider)).withTrusted(trusted));
  }

  /** The host of a server with its port where it has one, as the user approves it. */
  public static String hostOf(Provider provider) {
    return URI.create(provider.baseUrl()).getAuthority();
  }

  /** Starts the agent anew. */
  public void restartAgent() {
    agent.restart();
  }

  private <P, R> CompletableFuture<Void> act(Request<P, R> request, P params) {
    return send(request, params).answer().handle((result, problem) -> {
      if (problem == null) return refresh();
      failed(problem);
      return CompletableFuture.<Void>completedFuture(null);
    }).thenCompose(done -> done);
  }

  private void agentIs(AgentState agent) {
    become(new State(agent, now().providers(), now().loaded(), now().problem()));
    if (agent instanceof AgentState.Ready) refresh();
  }

  private void know(List<Provider> providers) {
    become(new State(now().agent(), providers, true, null));
  }

  private void failed(Throwable problem) {
    if (!isCancellation(problem)) become(new State(now().agent(), now().providers(), now().loaded(), Problem.of(problem)));
  }
}
