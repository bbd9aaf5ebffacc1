package org.jiralanguageserver.ui;

import java.util.Arrays;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.AddServerModel;

/** A personal access token: where it is made, and where it is pasted. */
final class TokenStep implements SetupStep {
  private final AddServerModel model;
  private final JPasswordField token = new JPasswordField(32);
  private final Stack content = new Stack(10);

  TokenStep(AddServerModel model, Host host) {
    this.model = model;
    JButton open = Texts.caption("token.open").on(new JButton());
    open.addActionListener(event -> Links.open(host, model.state().get().probe().personalAccessTokensUrl()));
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
  public @Nullable Caption nextCaption() {
    return Texts.caption("signIn");
  }

  @Override
  public @Nullable Missing next() {
    char[] typed = token.getPassword();
    String secret = new String(typed).strip();
    Arrays.fill(typed, ' ');
    if (secret.isEmpty()) return new Missing(Texts.of("token.missing"), token);
    model.signInWithToken(secret);
    return null;
  }
}
