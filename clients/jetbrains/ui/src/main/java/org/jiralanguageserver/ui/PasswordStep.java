package org.jiralanguageserver.ui;

import java.util.Arrays;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.AddServerModel;

/** User name and password. */
final class PasswordStep implements SetupStep {
  private final AddServerModel model;
  private final JTextField name = new JTextField(24);
  private final JPasswordField password = new JPasswordField(24);
  private final Stack content = new Stack(10);

  PasswordStep(AddServerModel model) {
    this.model = model;
    Form form = new Form();
    form.row(Texts.caption("password.name").labelFor(name), name);
    form.row(Texts.caption("password.password").labelFor(password), password);
    content.add(Prose.of(Texts.of("password.help")));
    content.add(form);
    content.add(Prose.quiet(Texts.of("secret.help")));
  }

  @Override
  public String title() {
    return Texts.of("password.title");
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent firstControl() {
    return name;
  }

  @Override
  public @Nullable Caption nextCaption() {
    return Texts.caption("signIn");
  }

  @Override
  public @Nullable Missing next() {
    char[] typed = password.getPassword();
    String secret = new String(typed);
    Arrays.fill(typed, ' ');
    if (name.getText().isBlank()) return new Missing(Texts.of("password.nameMissing"), name);
    if (secret.isEmpty()) return new Missing(Texts.of("password.missing"), password);
    model.signInWithPassword(name.getText().strip(), secret);
    return null;
  }
}
