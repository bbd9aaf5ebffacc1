package org.jiralanguageserver.ui;

import javax.swing.JComponent;
import org.jiralanguageserver.protocol.Provider;

/** The user approves in the browser. */
final class AuthorizationStep implements SetupStep {
  private final AuthorizationPanel panel;

  AuthorizationStep(Setup setup, Provider provider) {
    panel = new AuthorizationPanel(setup.questions(), setup.host(), setup::done);
    panel.authorize(provider);
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
  public Caption nextCaption() {
    return null;
  }

  @Override
  public void next() {}

  @Override
  public void leave() {
    panel.stop();
  }
}
