package org.jiralanguageserver.ui;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.jiralanguageserver.model.Problem;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.FieldKind;
import org.jiralanguageserver.protocol.Transition;

/** The screen of a transition: the fields that it takes, and a comment. */
final class TransitionBox extends Deed {
  /** Moves the issue. */
  interface Send {
    /** @param comment Markdown; empty for none */
    void send(Transition transition, Map<String, JsonElement> fields, String comment);
  }

  private final FieldForm form = new FieldForm();
  private final JTextArea comment = new JTextArea(2, 30);
  private final Send send;
  private final Prose title = Prose.of("");
  private Transition transition;

  /** @param cancelled is told when the user goes back */
  TransitionBox(Send send, Runnable cancelled) {
    super(Texts.caption("transition.send"));
    this.send = send;
    comment.setLineWrap(true);
    comment.setWrapStyleWord(true);
    TabKeys.moveOn(comment);
    Form below = new Form();
    below.row(Texts.caption("transition.comment").labelFor(comment), new JScrollPane(comment));
    fill(title, form, below);
    also(Texts.caption("cancel"), cancelled);
    setVisible(false);
  }

  /** Shows the screen of a transition, and whether something in it can be filled in in Jira alone. */
  void show(Transition transition, PeopleSearch people) {
    this.transition = transition;
    List<Field> fields = transition.fields().stream().filter(field -> field.kind() != FieldKind.COMMENT).toList();
    title.setText(Texts.of("transition.title", transition.name(), transition.to().name()));
    comment.setText("");
    form.show(fields, people);
    sent();
    if (!form.unfillable().isEmpty()) warn(Texts.of("field.unfillable", String.join(", ", form.unfillable())));
    setVisible(true);
    revalidate();
  }

  /** The one that is shown. */
  Transition transition() {
    return transition;
  }

  /** Says what Jira said of single fields beside them. */
  @Override
  void refused(Problem problem) {
    super.refused(problem);
    form.complain(problem.fieldErrors());
  }

  @Override
  protected void send() {
    form.values().ifPresent(values -> send.send(transition, values, comment.getText().strip()));
  }
}
