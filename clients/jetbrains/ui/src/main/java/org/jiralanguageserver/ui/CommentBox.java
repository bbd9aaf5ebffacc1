package org.jiralanguageserver.ui;

import java.util.function.Consumer;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Where a comment is written. It is there until Jira has it. */
final class CommentBox extends Deed {
  private final JTextArea text = new JTextArea(3, 30);
  private final Consumer<String> send;

  /** @param send is given the Markdown */
  CommentBox(Consumer<String> send) {
    super(Texts.caption("comment.send"));
    this.send = send;
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    TabKeys.moveOn(text);
    fill(Texts.caption("comment.label").labelFor(text), new JScrollPane(text));
  }

  /** Jira has the comment. */
  @Override
  void done() {
    sent();
    text.setText("");
  }

  /** Whether something is written that was not sent. */
  boolean hasDraft() {
    return !text.getText().isBlank();
  }

  @Override
  protected void send() {
    if (hasDraft()) send.accept(text.getText());
    else text.requestFocusInWindow();
  }
}
