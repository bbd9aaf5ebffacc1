package org.jiralanguageserver.ui;

import java.time.Clock;
import javax.swing.JComponent;
import org.jiralanguageserver.protocol.Provider;

/** The user is in. */
final class DoneStep implements SetupStep {
  private final Runnable close;
  private final Stack content = new Stack(8);

  /** @param close closes the panel */
  DoneStep(Provider provider, Runnable close) {
    this.close = close;
    String who = provider.user() == null ? "" : provider.user().displayName();
    content.add(Prose.of(Texts.of("authorization.done", who, provider.name())));
    if (provider.authentication().expiresAt() != null) {
      content.add(Prose.quiet(Texts.of("setup.expires", Moments.full(provider.authentication().expiresAt(), Clock.systemDefaultZone()))));
    }
  }

  @Override
  public String title() {
    return Texts.of("setup.doneTitle");
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent firstControl() {
    return content;
  }

  @Override
  public Caption nextCaption() {
    return Texts.caption("close");
  }

  @Override
  public void next() {
    close.run();
  }

  @Override
  public boolean canGoBack() {
    return false;
  }
}
