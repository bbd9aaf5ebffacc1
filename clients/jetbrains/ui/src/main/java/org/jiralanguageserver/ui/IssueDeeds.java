package org.jiralanguageserver.ui;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.IssueModel;
import org.jiralanguageserver.model.Problem;
import org.jiralanguageserver.protocol.FieldKind;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.Transition;

/** What can be done with an issue, and the boxes in which it is filled in. */
final class IssueDeeds {
  private final IssueModel model;
  private final Runnable changed;
  private final TransitionBox moving = new TransitionBox(this::move, this::hideBoxes);
  private final AssignBox assigning;
  private final WorkBox working = new WorkBox(this::log, this::hideBoxes);
  private final CommentBox commenting = new CommentBox(this::comment);
  private final Stack boxes;

  /** @param changed is told when the issue was changed */
  IssueDeeds(IssueModel model, Runnable changed) {
    this.model = model;
    this.changed = changed;
    assigning = new AssignBox(model::assignableUsers, this::assignFound, this::hideBoxes);
    boxes = new Stack(0, moving, assigning, working);
    hideBoxes();
  }

  /** Where what is done is filled in. */
  Stack boxes() {
    return boxes;
  }

  CommentBox commentBox() {
    return commenting;
  }

  /** Whether a box is open, which then says itself what goes wrong. */
  boolean isFillingIn() {
    return moving.isBusy() || assigning.isBusy() || working.isBusy() || commenting.isBusy();
  }

  /** The screen of a transition that is no longer open is closed. */
  void show(IssueResult issue) {
    if (moving.isVisible() && issue.transitions().stream().noneMatch(each -> each.id().equals(moving.transition().id()))) hideBoxes();
  }

  /** Moves the issue, at once where the transition asks for nothing; else its screen is shown. */
  void move(Transition transition) {
    hideBoxes();
    boolean asks = transition.fields().stream().anyMatch(field -> field.kind() != FieldKind.COMMENT);
    if (asks) moving.show(transition, model::assignableUsers);
    else tell(model.transition(transition, Map.of(), null));
  }

  /** @param name the login name; {@code null} for nobody */
  void assign(@Nullable String name) {
    hideBoxes();
    tell(model.assign(name));
  }

  void assignToMe() {
    hideBoxes();
    tell(model.assignToMe());
  }

  void assignSomebody() {
    hideBoxes();
    assigning.begin();
  }

  void watch(boolean watching) {
    tell(model.watch(watching));
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
    send(moving, model.transition(transition, fields, comment.isEmpty() ? null : comment));
  }

  private void assignFound(String name) {
    send(assigning, model.assign(name));
  }

  private void comment(String body) {
    send(commenting, model.comment(body));
  }

  private void log(Duration time, String comment) {
    send(working, model.logWork(time, null, comment.isEmpty() ? null : comment));
  }

  /** Sends what a box holds: it empties itself when that went well, and says why it did not. */
  private void send(Deed box, CompletableFuture<Boolean> sent) {
    box.sending();
    sent.thenAccept(worked -> {
      Problem problem = model.state().get().problem();
      if (worked) {
        box.done();
        if (box != commenting) hideBoxes();
        changed.run();
      } else if (problem == null) box.sent();
      else box.refused(problem);
    });
  }

  private void tell(CompletableFuture<Boolean> sent) {
    sent.thenAccept(worked -> {
      if (worked) changed.run();
    });
  }
}
