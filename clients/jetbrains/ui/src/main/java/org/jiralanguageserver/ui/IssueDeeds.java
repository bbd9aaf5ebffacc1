package org.jiralanguageserver.ui;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jiralanguageserver.protocol.AssignParams;
import org.jiralanguageserver.protocol.AssignResult;
import org.jiralanguageserver.protocol.AssignableUsersParams;
import org.jiralanguageserver.protocol.CommentParams;
import org.jiralanguageserver.protocol.CommentResult;
import org.jiralanguageserver.protocol.FieldKind;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.JiraCommands;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.LogWorkArguments;
import org.jiralanguageserver.protocol.Transition;
import org.jiralanguageserver.protocol.TransitionParams;
import org.jiralanguageserver.protocol.TransitionResult;
import org.jiralanguageserver.protocol.WatchParams;
import org.jiralanguageserver.protocol.WatchResult;
import org.jiralanguageserver.wire.Request;

/** What can be done with an issue, and the boxes in which it is filled in. */
final class IssueDeeds {
  private final Questions questions;
  private final String provider;
  private final String key;
  private final Runnable changed;
  private final Consumer<Problem> failed;
  private final Consumer<String> warned;
  private final TransitionBox moving;
  private final AssignBox assigning;
  private final WorkBox working = new WorkBox(this::log, this::hideBoxes);
  private final CommentBox commenting = new CommentBox(this::comment);
  private final Stack boxes;
  private final PeopleSearch people;

  /**
   * @param changed is told when the issue is another than it was
   * @param failed is told what went wrong where no box says it
   * @param warned is told what the user must know of what went well
   */
  IssueDeeds(Questions questions, String provider, String key, Runnable changed, Consumer<Problem> failed, Consumer<String> warned) {
    this.questions = questions;
    this.provider = provider;
    this.key = key;
    this.changed = changed;
    this.failed = failed;
    this.warned = warned;
    people = (query, found) -> questions.ask(JiraRequests.ASSIGNABLE_USERS, AssignableUsersParams.of().withProvider(provider).withKey(key).withQuery(query.isEmpty() ? null : query), result -> found.accept(result.users()), problem -> {});
    moving = new TransitionBox(this::move, this::hideBoxes);
    assigning = new AssignBox(people, this::assignFound, this::hideBoxes);
    boxes = new Stack(0, moving, assigning, working);
    hideBoxes();
  }

  Stack boxes() {
    return boxes;
  }

  CommentBox commentBox() {
    return commenting;
  }

  /** The screen of a transition that is no longer open is closed. */
  void show(IssueResult issue) {
    if (moving.isVisible() && issue.transitions().stream().noneMatch(each -> each.id().equals(moving.transition().id()))) hideBoxes();
  }

  /** Moves the issue, at once where the transition asks for nothing; else its screen is shown. */
  void move(Transition transition) {
    hideBoxes();
    boolean asks = transition.fields().stream().anyMatch(field -> field.kind() != FieldKind.COMMENT);
    if (asks) moving.show(transition, people);
    else send(JiraRequests.TRANSITION, TransitionParams.of(key, transition.id()).withProvider(provider), TransitionResult::warnings, () -> {}, failed);
  }

  /** @param name the login name; {@code me}, or {@code null} for nobody */
  void assign(String name) {
    hideBoxes();
    send(JiraRequests.ASSIGN, AssignParams.of(key, name).withProvider(provider), AssignResult::warnings, () -> {}, failed);
  }

  void assignSomebody() {
    hideBoxes();
    assigning.begin();
  }

  void watch(boolean watching) {
    send(JiraRequests.WATCH, WatchParams.of(key, watching).withProvider(provider), WatchResult::warnings, () -> {}, failed);
  }

  void logWork() {
    hideBoxes();
    working.begin();
  }

  private void hideBoxes() {
    for (Deed each : List.of(moving, assigning, working)) each.setVisible(false);
    boxes.revalidate();
  }

  private void move(Transition transition, Map<String, JsonElement> fields, String comment) {
    moving.sending();
    TransitionParams params = TransitionParams.of(key, transition.id()).withProvider(provider).withFields(fields.isEmpty() ? null : fields).withComment(comment.isEmpty() ? null : comment);
    send(JiraRequests.TRANSITION, params, TransitionResult::warnings, this::hideBoxes, problem -> moving.refused(problem.text(), problem.byField()));
  }

  private void assignFound(String name) {
    assigning.sending();
    send(JiraRequests.ASSIGN, AssignParams.of(key, name).withProvider(provider), AssignResult::warnings, this::hideBoxes, problem -> assigning.failed(problem.text()));
  }

  private void comment(String body) {
    commenting.sending();
    send(JiraRequests.COMMENT, CommentParams.of(key, body).withProvider(provider), CommentResult::warnings, commenting::done, problem -> commenting.failed(problem.text()));
  }

  /** The agent reads the time, by how long the days of this Jira are. */
  private void log(String time, String comment) {
    working.sending();
    LogWorkArguments work = LogWorkArguments.of().withProvider(provider).withKey(key).withTimeSpent(Either.forRight(time)).withComment(comment.isEmpty() ? null : comment);
    questions.run(JiraCommands.LOG_WORK, work, result -> {
      working.done();
      hideBoxes();
      changed.run();
    }, problem -> working.failed(problem.text()));
  }

  /** Sends a change: it is done, and the user is told what there is to know of it; or the box of it, or the page, says why not. */
  private <P, R> void send(Request<P, R> request, P params, Function<R, List<String>> warnings, Runnable done, Consumer<Problem> refused) {
    questions.ask(request, params, result -> {
      done.run();
      changed.run();
      if (warnings.apply(result) != null) warned.accept(String.join("\n", warnings.apply(result)));
    }, refused);
  }
}
