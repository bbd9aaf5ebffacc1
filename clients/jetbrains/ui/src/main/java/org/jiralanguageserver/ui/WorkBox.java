package org.jiralanguageserver.ui;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JTextField;
import org.jetbrains.annotations.Nullable;

/** Where time that was spent is logged, as people write it: {@code 2h 30m}. */
final class WorkBox extends Deed {
  /** Hours and minutes alone: how long a day or a week is differs from Jira to Jira. */
  private static final Pattern TIME = Pattern.compile("(?:(\\d{1,4})\\s*h)?\\s*(?:(\\d{1,4})\\s*m)?", Pattern.CASE_INSENSITIVE);

  private final JTextField time = new JTextField(8);
  private final JTextField comment = new JTextField(24);
  private final BiConsumer<Duration, String> send;

  /** @param send is given the time, and a comment that may be empty */
  WorkBox(BiConsumer<Duration, String> send, Runnable cancelled) {
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
  @Override
  void done() {
    sent();
    time.setText("");
    comment.setText("");
  }

  @Override
  protected void send() {
    timeOf(time.getText()).ifPresentOrElse(spent -> send.accept(spent, comment.getText().strip()), () -> {
      failed(Texts.of("work.format"));
      time.requestFocusInWindow();
    });
  }

  /** The time that a person means by {@code 2h 30m}; empty where it is none. */
  static Optional<Duration> timeOf(String typed) {
    Matcher parts = TIME.matcher(typed.strip());
    if (!parts.matches()) return Optional.empty();
    Duration spent = Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2)));
    return spent.isZero() ? Optional.empty() : Optional.of(spent);
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
