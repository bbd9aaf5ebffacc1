package org.jiralanguageserver.ui;

import java.util.function.BiConsumer;
import javax.swing.JTextField;

/** Where time that was spent is logged, as people write it: {@code 2h 30m}. */
final class WorkBox extends Deed {
  private final JTextField time = new JTextField(8);
  private final JTextField comment = new JTextField(24);
  private final BiConsumer<String, String> send;

  /** @param send is given the time as it was typed, and a comment that may be empty */
  WorkBox(BiConsumer<String, String> send, Runnable cancelled) {
    super(Texts.caption("work.send"));
    this.send = send;
    time.setToolTipText(Texts.of("work.format"));
    time.getAccessibleContext().setAccessibleDescription(Texts.of("work.format"));
    Form form = new Form();
    form.row(Texts.caption("work.time").labelFor(time), time);
    form.row(Texts.caption("work.comment").labelFor(comment), comment);
    fill(form);
    also(Texts.caption("cancel"), cancelled);
  }

  void begin() {
    sent();
    setVisible(true);
    time.requestFocusInWindow();
  }

  /** Jira has it. */
  void done() {
    sent();
    time.setText("");
    comment.setText("");
  }

  @Override
  protected void send() {
    if (time.getText().isBlank()) time.requestFocusInWindow();
    else send.accept(time.getText().strip(), comment.getText().strip());
  }
}
