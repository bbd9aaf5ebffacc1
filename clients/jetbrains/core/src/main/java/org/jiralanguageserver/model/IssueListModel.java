package org.jiralanguageserver.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.AgentState;
import org.jiralanguageserver.protocol.CacheUse;
import org.jiralanguageserver.protocol.DeleteQueryParams;
import org.jiralanguageserver.protocol.Filter;
import org.jiralanguageserver.protocol.FiltersParams;
import org.jiralanguageserver.protocol.FiltersResult;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssuesChangedParams;
import org.jiralanguageserver.protocol.IssuesParams;
import org.jiralanguageserver.protocol.IssuesPartialResult;
import org.jiralanguageserver.protocol.IssuesResult;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Preset;
import org.jiralanguageserver.protocol.PresetsParams;
import org.jiralanguageserver.protocol.PresetsResult;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.QueriesParams;
import org.jiralanguageserver.protocol.QueriesResult;
import org.jiralanguageserver.protocol.SaveQueryParams;
import org.jiralanguageserver.protocol.SaveQueryResult;
import org.jiralanguageserver.protocol.SavedQuery;

/**
 * A list of issues. What was seen before is shown at once, and brought up to date when Jira has answered; what comes in
 * parts is shown as it comes.
 */
public final class IssueListModel extends Model<IssueListModel.State> {
  private static final int PAGE = 50;

  /**
   * @param query what the list shows
   * @param issues the issues that are there so far
   * @param total how many there are on the server
   * @param loading whether an answer is waited for
   * @param hasMore whether there is another page
   * @param seenAt from when the list is, where it is what was seen before; {@code null} where it is from now
   * @param refreshing whether Jira is being asked for what changed since
   * @param jql the query in JQL, as it was sent
   * @param warnings what to know although it worked
   * @param problem why the last thing that was tried did not work; the issues that were there stay
   */
  public record State(
      Query query,
      List<Issue> issues,
      long total,
      boolean loading,
      boolean hasMore,
      @Nullable Instant seenAt,
      boolean refreshing,
      @Nullable String jql,
      List<String> warnings,
      @Nullable Problem problem) {
    public State {
      issues = List.copyOf(issues);
      warnings = List.copyOf(warnings);
    }

    State withIssues(List<Issue> issues) {
      return new State(query, issues, total, loading, hasMore, seenAt, refreshing, jql, warnings, problem);
    }

    State withLoading(boolean loading) {
      return new State(query, issues, total, loading, hasMore, seenAt, refreshing, jql, warnings, null);
    }

    State failed(Problem why) {
      return new State(query, issues, total, false, hasMore, seenAt, false, jql, warnings, why);
    }
  }

  private @Nullable Pending<IssuesResult> loading;
  private @Nullable String cursor;
  /** The refresh that is under way, and what was told of any before the list knew of its own. */
  private @Nullable String refresh;
  private final List<IssuesChangedParams> early = new ArrayList<>();
  private boolean begun;
  private int process;
  private final Recovery recovery = new Recovery();

  IssueListModel(Agent agent, Executor thread) {
    super(agent, thread, new State(Query.myOpenIssues(), List.of(), 0, false, false, null, false, null, List.of(), null));
    until(agent.onIssues(here(this::changed)));
    until(agent.onState(here(this::agentIs)));
    until(agent.onProviders(here(this::providersAre)));
  }

  /** Shows what a query gives. */
  public CompletableFuture<Void> search(Query query) {
    become(new State(query, List.of(), 0, true, false, null, false, null, List.of(), null));
    return load(query.toParams().withCache(CacheUse.FIRST), List.of(), true);
  }

  /** Asks Jira anew; what is shown stays until it has answered, and also where it does not. */
  public CompletableFuture<Void> refresh() {
    become(now().withLoading(true));
    return load(now().query().toParams().withCache(CacheUse.FALLBACK).withLimit(Math.max(PAGE, now().issues().size())), List.of(), false);
  }

  /** Shows the next page, too. */
  public CompletableFuture<Void> loadMore() {
    if (cursor == null || loading != null) return CompletableFuture.completedFuture(null);
    become(now().withLoading(true));
    return load(now().query().toParams().withCache(CacheUse.FALLBACK).withCursor(cursor), now().issues(), true);
  }

  /** Waits no more; what has come stays. */
  public void stop() {
    cancel();
    become(now().withLoading(false));
  }

  /** The queries that are there from the start. */
  public CompletableFuture<List<Preset>> presets() {
    return send(JiraRequests.PRESETS, PresetsParams.of().withProvider(now().query().provider())).answer().thenApply(PresetsResult::presets);
  }

  /** The queries that the user keeps. */
  public CompletableFuture<List<SavedQuery>> savedQueries() {
    return send(JiraRequests.QUERIES, QueriesParams.of().withProvider(now().query().provider())).answer().thenApply(QueriesResult::queries);
  }

  /** The saved filters of Jira. */
  public CompletableFuture<List<Filter>> filters() {
    return send(JiraRequests.FILTERS, FiltersParams.of().withProvider(now().query().provider())).answer().thenApply(FiltersResult::filters);
  }

  /** Keeps a query. */
  public CompletableFuture<SavedQuery> save(String name, String jql) {
    return send(JiraRequests.SAVE_QUERY, SaveQueryParams.of(name, jql).withProvider(now().query().provider())).answer().thenApply(SaveQueryResult::query);
  }

  /** Keeps a query no more. */
  public CompletableFuture<Void> deleteQuery(String id) {
    return send(JiraRequests.DELETE_QUERY, new DeleteQueryParams(id)).answer();
  }

  /** @param shownAtOnce whether parts are shown as they come, after those that are there */
  private CompletableFuture<Void> load(IssuesParams params, List<Issue> before, boolean shownAtOnce) {
    cancel();
    begun = true;
    List<Issue> come = new ArrayList<>(before);
    Loading part = new Loading(come, shownAtOnce);
    Pending<IssuesResult> request = expect(agent.request(JiraRequests.ISSUES, params.limit() == null ? params.withLimit(PAGE) : params, here(part::add)));
    loading = request;
    part.request = request;
    return request.answer().handle((result, problem) -> {
      if (loading != request || isClosed()) return null;
      loading = null;
      if (problem == null) show(result, come);
      else become(isCancellation(problem) ? now().withLoading(false) : now().failed(Problem.of(problem)));
      return null;
    });
  }

  /** The parts of one answer: those of one that is waited for no more are left. */
  private final class Loading {
    private final List<Issue> come;
    private final boolean shownAtOnce;
    private @Nullable Pending<IssuesResult> request;

    Loading(List<Issue> come, boolean shownAtOnce) {
      this.come = come;
      this.shownAtOnce = shownAtOnce;
    }

    void add(IssuesPartialResult part) {
      if (loading != request) return;
      addEach(come, part.issues());
      if (shownAtOnce) become(now().withIssues(come));
    }
  }

  private void show(IssuesResult result, List<Issue> come) {
    addEach(come, result.issues());
    cursor = result.cursor();
    refresh = result.cached() == null ? null : result.cached().refresh();
    Instant seenAt = result.cached() == null ? null : result.cached().at();
    become(new State(now().query(), come, result.total(), false, cursor != null, seenAt, refresh != null, result.jql(), result.warnings(), null));
    List<IssuesChangedParams> told = List.copyOf(early);
    early.clear();
    told.forEach(this::changed);
  }

  private void changed(IssuesChangedParams change) {
    if (loading != null) {
      // It may be of the list whose answer is on its way to this thread.
      early.add(change);
      return;
    }
    if (!change.refresh().equals(refresh)) return;
    if (change.error() != null) {
      refresh = null;
      become(now().failed(new Problem(change.error().message(), null, change.error().kind(), Map.of())));
      return;
    }
    State before = now();
    List<Issue> issues = Changes.apply(before.issues(), change);
    boolean last = change.last();
    if (last) {
      refresh = null;
      cursor = change.cursor();
    }
    become(new State(
        before.query(), issues, change.total() == null ? before.total() : change.total(), false, cursor != null, last ? null : before.seenAt(), !last, before.jql(), before.warnings(), null));
  }

  /** What was waited for of a process that is gone will not come. */
  private void agentIs(AgentState state) {
    if (!(state instanceof AgentState.Ready ready)) return;
    boolean another = process != 0 && process != ready.process();
    process = ready.process();
    if (another && begun) refresh();
  }

  /** What could not be read is read once it can be. */
  private void providersAre(List<Provider> providers) {
    boolean lacking = now().seenAt() != null || now().problem() != null && now().problem().isCuredByConnection();
    if (recovery.isBack(providers, now().query().provider()) && begun && lacking) refresh();
  }

  private void cancel() {
    Pending<IssuesResult> before = loading;
    loading = null;
    refresh = null;
    early.clear();
    if (before != null) before.cancel();
  }

  /** An issue that moved from one page to the next while they were read is there once. */
  private static void addEach(List<Issue> issues, List<Issue> more) {
    for (Issue issue : more) {
      issues.removeIf(each -> isSame(each, issue));
      issues.add(issue);
    }
  }

  private static boolean isSame(Issue one, Issue other) {
    return one.key().equals(other.key()) && one.provider().equals(other.provider());
  }
}
