package org.jiralanguageserver.ui;

import java.util.Arrays;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.JiraRequests;

/** A personal access token: where it is made, and where it is pasted. */
final class TokenStep implements SetupStep {
  private final Setup setup;
  private final Target target;
  private final JPasswordField token = new JPasswordField(32);
  private final Stack content = new Stack(10);

  /** @param page where the user makes a token in Jira */
  TokenStep(Setup setup, Target target, String page) {
    this.setup = setup;
    this.target = target;
    JButton open = Texts.caption("token.open").on(new JButton());
    open.addActionListener(event -> Links.open(setup.host(), page));
    JPanel row = new JPanel(new WrapLayout(6));
    row.setOpaque(false);
    row.add(open);
    Form form = new Form();
    form.row(Texts.caption("token.label").labelFor(token), token);
    content.add(Prose.of(Texts.of("token.help")));
    content.add(row);
    content.add(form);
    content.add(Prose.quiet(Texts.of("secret.help")));
  }

  @Override
  public String title() {
    return Texts.of("token.title");
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent firstControl() {
    return token;
  }

  @Override
  public Caption nextCaption() {
    return Texts.caption("signIn");
  }

  @Override
  public void next() {
    char[] typed = token.getPassword();
    String secret = new String(typed).strip();
    Arrays.fill(typed, ' ');
    if (secret.isEmpty()) {
      setup.missing(Texts.of("token.missing"), token);
      return;
    }
    setup.ask(JiraRequests.CONFIGURE, target.with(new Authentication.Token(secret)), Texts.of("setup.signingIn"), result -> {
      token.setText("");
      setup.done(result.provider());
    });
  }
}
