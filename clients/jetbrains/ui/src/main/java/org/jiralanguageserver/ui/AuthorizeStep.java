package org.jiralanguageserver.ui;

import javax.swing.JComponent;
import org.jetbrains.annotations.Nullable;

/** The user approves in the browser. */
final class AuthorizeStep implements SetupStep {
  private final AuthorizationPanel panel;

  AuthorizeStep(AuthorizationPanel panel) {
    this.panel = panel;
  }

  @Override
  public String title() {
    return Texts.of("authorization.title");
  }

  @Override
  public JComponent content() {
    return panel;
  }

  @Override
  public JComponent firstControl() {
    return panel.firstControl();
  }

  @Override
  public @Nullable Caption nextCaption() {
    return null;
  }

  @Override
  public @Nullable Missing next() {
    return null;
  }
}
