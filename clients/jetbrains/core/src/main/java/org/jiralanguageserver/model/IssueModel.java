package org.jiralanguageserver.model;

import com.google.gson.JsonElement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.AgentState;
import org.jiralanguageserver.protocol.AssignParams;
import org.jiralanguageserver.protocol.AssignResult;
import org.jiralanguageserver.protocol.AssignableUsersParams;
import org.jiralanguageserver.protocol.AssignableUsersResult;
import org.jiralanguageserver.protocol.AttachmentParams;
import org.jiralanguageserver.protocol.BranchNameParams;
import org.jiralanguageserver.protocol.BranchNameResult;
import org.jiralanguageserver.protocol.CacheUse;
import org.jiralanguageserver.protocol.CommentParams;
import org.jiralanguageserver.protocol.CommentResult;
import org.jiralanguageserver.protocol.EditFieldsParams;
import org.jiralanguageserver.protocol.EditFieldsResult;
import org.jiralanguageserver.protocol.EditIssueParams;
import org.jiralanguageserver.protocol.EditIssueResult;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.IssuesChangedParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.LogWorkParams;
import org.jiralanguageserver.protocol.LogWorkResult;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.StartWorkParams;
import org.jiralanguageserver.protocol.StartWorkResult;
import org.jiralanguageserver.protocol.Transition;
import org.jiralanguageserver.protocol.TransitionParams;
import org.jiralanguageserver.protocol.TransitionResult;
import org.jiralanguageserver.protocol.User;
import org.jiralanguageserver.protocol.WatchParams;
import org.jiralanguageserver.protocol.WatchResult;
import org.jiralanguageserver.wire.Request;

/** The page of an issue, and what can be done there. After each change the issue is read anew. */
public final class IssueModel extends Model<IssueModel.State> {
  /**
   * @param provider the server; {@code null} where the key alone says it, until the issue is there
   * @param key the key, as it was given; that of a moved issue changes when it is there
   * @param issue the issue; {@code null} until it is there
   * @param loading whether it is being read
   * @param seenAt from when it is, where it is what was seen before; {@code null} where it is from now
   * @param refreshing whether Jira is being asked for what changed since
   * @param saving whether a change is on its way to Jira
   * @param warnings what to know although the last change worked
   * @param problem why the last thing that was tried did not work; the issue that was there stays
   */
  public record State(
      @Nullable String provider,
      String key,
      @Nullable IssueResult issue,
      boolean loading,
      @Nullable Instant seenAt,
      boolean refreshing,
      boolean saving,
      List<String> warnings,
      @Nullable Problem problem) {
    public State {
      warnings = List.copyOf(warnings);
    }

    State loadingNow() {
      return new State(provider, key, issue, true, seenAt, refreshing, saving, warnings, null);
    }

    State failed(Problem why) {
      return new State(provider, key, issue, false, seenAt, false, false, warnings, why);
    }

    State savingIs(boolean saving, List<String> warnings) {
      return new State(provider, key, issue, loading, seenAt, refreshing, saving, warnings, null);
    }
  }

  private @Nullable Pending<IssueResult> loading;
  private @Nullable String refresh;
  private final List<IssuesChangedParams> early = new ArrayList<>();
  private boolean begun;
  private int process;
  private final Recovery recovery = new Recovery();

  IssueModel(Agent agent, Executor thread, @Nullable String provider, String key) {
    super(agent, thread, new State(provider, key, null, false, null, false, false, List.of(), null));
    until(agent.onIssues(here(this::changed)));
    until(agent.onState(here(this::agentIs)));
    until(agent.onProviders(here(this::providersAre)));
  }

  /** Reads it: what was seen before is shown at once, and brought up to date. */
  public CompletableFuture<Void> load() {
    return read(CacheUse.FIRST, true);
  }

  /** Asks Jira anew; what is shown stays until it has answered, and also where it does not. */
  public CompletableFuture<Void> refresh() {
    return read(CacheUse.FALLBACK, false);
  }

  /**
   * Does a transition.
   *
   * @param fields what its screen takes, see {@link FieldValues}
   * @return whether it worked; where it did not, the state says why
   */
  public CompletableFuture<Boolean> transition(Transition transition, Map<String, JsonElement> fields, @Nullable String comment) {
    TransitionParams params = TransitionParams.of(key(), transition.id()).withProvider(provider()).withFields(fields.isEmpty() ? null : fields).withComment(comment);
    return change(JiraRequests.TRANSITION, params, TransitionResult::warnings);
  }

  /**
   * Adds a comment.
   *
   * @param body in Markdown
   */
  public CompletableFuture<Boolean> comment(String body) {
    return change(JiraRequests.COMMENT, CommentParams.of(key(), body).withProvider(provider()), CommentResult::warnings);
  }

  /**
   * Assigns it.
   *
   * @param userName a login name; {@code null} for nobody
   */
  public CompletableFuture<Boolean> assign(@Nullable String userName) {
    return change(JiraRequests.ASSIGN, AssignParams.of(key(), userName).withProvider(provider()), AssignResult::warnings);
  }

  /** Assigns it to the user of the server. */
  public CompletableFuture<Boolean> assignToMe() {
    return assign("me");
  }

  /**
   * Logs work.
   *
   * @param started when the work began; {@code null} for now
   * @param comment in Markdown
   */
  public CompletableFuture<Boolean> logWork(Duration timeSpent, @Nullable Instant started, @Nullable String comment) {
    LogWorkParams params = LogWorkParams.of(key(), Math.toIntExact(timeSpent.toSeconds())).withProvider(provider()).withStarted(started).withComment(comment);
    return change(JiraRequests.LOG_WORK, params, LogWorkResult::warnings);
  }

  /** Has the user watch it, or watch it no more. */
  public CompletableFuture<Boolean> watch(boolean watching) {
    return change(JiraRequests.WATCH, new WatchParams(provider(), key(), watching), WatchResult::warnings);
  }

  /**
   * Changes fields, unless somebody else changed the issue since it was read.
   *
   * @param fields see {@link FieldValues}
   */
  public CompletableFuture<Boolean> edit(@Nullable String summary, @Nullable String description, Map<String, JsonElement> fields) {
    IssueResult shown = now().issue();
    EditIssueParams params = EditIssueParams.of(key()).withProvider(provider()).withSummary(summary).withDescription(description)
        .withFields(fields.isEmpty() ? null : fields).withUpdated(shown == null ? null : shown.updated());
    return change(JiraRequests.EDIT_ISSUE, params, EditIssueResult::warnings);
  }

  /** The fields that the user may change. */
  public CompletableFuture<List<Field>> editableFields() {
    return send(JiraRequests.EDIT_FIELDS, EditFieldsParams.of(key()).withProvider(provider())).answer().thenApply(EditFieldsResult::fields);
  }

  /** Whom it can be assigned to, as a person types a name. */
  public CompletableFuture<List<User>> assignableUsers(String query) {
    AssignableUsersParams params = AssignableUsersParams.of().withProvider(provider()).withKey(key()).withQuery(query).withLimit(20);
    return send(JiraRequests.ASSIGNABLE_USERS, params).answer().thenApply(AssignableUsersResult::users);
  }

  /** Gets an attachment; the file is there for reading. */
  public CompletableFuture<URI> attachment(String id) {
    return send(JiraRequests.ATTACHMENT, AttachmentParams.of(key(), id).withProvider(provider())).answer().thenApply(result -> URI.create(result.uri()));
  }

  /** The name of a branch for it; nothing is changed. */
  public CompletableFuture<String> branchName(@Nullable String template) {
    return send(JiraRequests.BRANCH_NAME, BranchNameParams.of(key()).withProvider(provider()).withBranchTemplate(template)).answer().thenApply(BranchNameResult::branch);
  }

  /** Assigns it to the user and brings it into progress. The result says of each step how it went. */
  public CompletableFuture<StartWorkResult> startWork(@Nullable String template) {
    become(now().savingIs(true, List.of()));
    return send(JiraRequests.START_WORK, StartWorkParams.of(key()).withProvider(provider()).withBranchTemplate(template)).answer().whenComplete((result, problem) -> {
      if (problem == null) saved(List.of());
      else failedToSave(problem);
    });
  }

  private String key() {
    return now().key();
  }

  private @Nullable String provider() {
    return now().provider();
  }

  private CompletableFuture<Void> read(CacheUse cache, boolean opened) {
    Pending<IssueResult> before = loading;
    begun = true;
    refresh = null;
    early.clear();
    become(now().loadingNow());
    Pending<IssueResult> request = send(JiraRequests.ISSUE, IssueParams.of(key()).withProvider(provider()).withCache(cache).withOpened(opened));
    loading = request;
    if (before != null) before.cancel();
    return request.answer().handle((result, problem) -> {
      if (loading != request || isClosed()) return null;
      loading = null;
      if (problem == null) show(result);
      else if (!isCancellation(problem)) become(now().failed(Problem.of(problem)));
      return null;
    });
  }

  private void show(IssueResult result) {
    refresh = result.cached() == null ? null : result.cached().refresh();
    Instant seenAt = result.cached() == null ? null : result.cached().at();
    become(new State(result.provider(), result.key(), result, false, seenAt, refresh != null, now().saving(), now().warnings(), null));
    List<IssuesChangedParams> told = List.copyOf(early);
    early.clear();
    told.forEach(this::changed);
  }

  private void changed(IssuesChangedParams change) {
    if (loading != null) {
      // It may be of the answer that is on its way to this thread.
      early.add(change);
      return;
    }
    if (!change.refresh().equals(refresh)) return;
    refresh = null;
    if (change.error() != null) {
      become(now().failed(new Problem(change.error().message(), null, change.error().kind(), Map.of())));
    } else if (change.issues().isEmpty() && change.removed().isEmpty()) {
      State before = now();
      become(new State(before.provider(), before.key(), before.issue(), false, null, false, before.saving(), before.warnings(), before.problem()));
    } else {
      // The change tells what a list shows of it; the whole page is read anew.
      refresh();
    }
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
    boolean lacking = now().issue() == null || now().seenAt() != null;
    if (recovery.isBack(providers, provider()) && begun && lacking) refresh();
  }

  private <P, R> CompletableFuture<Boolean> change(Request<P, R> request, P params, Function<R, @Nullable List<String>> warningsOf) {
    become(now().savingIs(true, List.of()));
    return send(request, params).answer().handle((result, problem) -> {
      if (problem != null) {
        failedToSave(problem);
        return CompletableFuture.completedFuture(false);
      }
      List<String> warnings = warningsOf.apply(result);
      return saved(warnings == null ? List.of() : warnings).thenApply(none -> true);
    }).thenCompose(done -> done);
  }

  private CompletableFuture<Void> saved(List<String> warnings) {
    if (isClosed()) return CompletableFuture.completedFuture(null);
    become(now().savingIs(false, warnings));
    return refresh();
  }

  private void failedToSave(Throwable problem) {
    State before = now();
    Problem why = isCancellation(problem) ? null : Problem.of(problem);
    become(new State(before.provider(), before.key(), before.issue(), before.loading(), before.seenAt(), before.refreshing(), false, List.of(), why));
  }
}
