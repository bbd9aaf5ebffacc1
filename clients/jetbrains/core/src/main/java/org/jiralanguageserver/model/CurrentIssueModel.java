package org.jiralanguageserver.model;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.AgentState;
import org.jiralanguageserver.protocol.BranchIssuesParams;
import org.jiralanguageserver.protocol.BranchIssuesResult;
import org.jiralanguageserver.protocol.CacheUse;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;

/** The issue that the user works on, by the name of the branch. */
public final class CurrentIssueModel extends Model<CurrentIssueModel.State> {
  /**
   * @param branch the branch; {@code null} where there is none
   * @param candidates the issues that its name tells, the likeliest first
   * @param issue the likeliest; {@code null} until it is there, or where there is none
   * @param problem why it could not be read
   */
  public record State(@Nullable String branch, List<BranchIssuesResult.Issue> candidates, @Nullable IssueResult issue, @Nullable Problem problem) {
    public State {
      candidates = List.copyOf(candidates);
    }
  }

  private @Nullable Pending<?> waiting;
  private Map<String, ProviderState> states = Map.of();

  CurrentIssueModel(Agent agent, Executor thread) {
    super(agent, thread, new State(null, List.of(), null, null));
    until(agent.onState(here(this::agentIs)));
    until(agent.onProviders(here(this::providersAre)));
  }

  /** Tells which branch is checked out; {@code null} for none. */
  public CompletableFuture<Void> setBranch(@Nullable String branch) {
    become(new State(branch, List.of(), null, null));
    return look();
  }

  private CompletableFuture<Void> look() {
    Pending<?> before = waiting;
    waiting = null;
    if (before != null) before.cancel();
    String branch = now().branch();
    if (branch == null || branch.isEmpty()) return CompletableFuture.completedFuture(null);
    Pending<BranchIssuesResult> asked = send(JiraRequests.BRANCH_ISSUES, new BranchIssuesParams(branch));
    waiting = asked;
    return asked.answer().handle((result, problem) -> {
      if (waiting != asked || isClosed()) return CompletableFuture.<Void>completedFuture(null);
      if (problem == null) return read(branch, result.issues());
      if (!isCancellation(problem)) become(new State(branch, List.of(), null, Problem.of(problem)));
      return CompletableFuture.<Void>completedFuture(null);
    }).thenCompose(done -> done);
  }

  private CompletableFuture<Void> read(String branch, List<BranchIssuesResult.Issue> candidates) {
    if (candidates.isEmpty()) {
      become(new State(branch, List.of(), null, null));
      return CompletableFuture.completedFuture(null);
    }
    become(new State(branch, candidates, now().issue(), null));
    BranchIssuesResult.Issue likeliest = candidates.get(0);
    Pending<IssueResult> asked = send(JiraRequests.ISSUE, IssueParams.of(likeliest.key()).withProvider(likeliest.provider()).withCache(CacheUse.FALLBACK));
    waiting = asked;
    return asked.answer().handle((issue, problem) -> {
      if (waiting != asked || isClosed()) return null;
      waiting = null;
      if (problem == null) become(new State(branch, candidates, issue, null));
      else if (!isCancellation(problem)) become(new State(branch, candidates, null, Problem.of(problem)));
      return null;
    });
  }

  /** Another server has other projects, and so does one that can be asked again. */
  private void providersAre(List<Provider> providers) {
    Map<String, ProviderState> now = providers.stream().collect(Collectors.toMap(Provider::id, Provider::state));
    if (now.equals(states)) return;
    states = now;
    look();
  }

  private void agentIs(AgentState state) {
    if (state instanceof AgentState.Ready) look();
  }
}
