package org.jiralanguageserver.ui;

import java.util.Arrays;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.JiraRequests;

/** User name and password. */
final class PasswordStep implements SetupStep {
  private final Setup setup;
  private final Target target;
  private final JTextField name = new JTextField(24);
  private final JPasswordField password = new JPasswordField(24);
  private final Stack content = new Stack(10);

  PasswordStep(Setup setup, Target target) {
    this.setup = setup;
    this.target = target;
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
  public Caption nextCaption() {
    return Texts.caption("signIn");
  }

  @Override
  public void next() {
    char[] typed = password.getPassword();
    String secret = new String(typed);
    Arrays.fill(typed, ' ');
    if (name.getText().isBlank()) setup.missing(Texts.of("password.nameMissing"), name);
    else if (secret.isEmpty()) setup.missing(Texts.of("password.missing"), password);
    else {
      setup.ask(JiraRequests.CONFIGURE, target.with(new Authentication.Basic(name.getText().strip(), secret)), Texts.of("setup.signingIn"), result -> {
        password.setText("");
        setup.done(result.provider());
      });
    }
  }
}
