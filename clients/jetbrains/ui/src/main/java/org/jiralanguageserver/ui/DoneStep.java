package org.jiralanguageserver.ui;

import java.time.Clock;
import javax.swing.JComponent;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.Provider;

/** The user is in. */
final class DoneStep implements SetupStep {
  private final Runnable close;
  private final Prose words;
  private final Stack content = new Stack(8);

  /** @param close closes the panel */
  DoneStep(Provider provider, Runnable close) {
    this.close = close;
    words = Prose.of(Texts.of("authorization.done", provider.user() == null ? "" : provider.user().displayName(), provider.name()));
    content.add(words);
    if (provider.authentication().expiresAt() != null) content.add(Prose.quiet(Texts.of("setup.expires", Moments.full(provider.authentication().expiresAt(), Clock.systemDefaultZone()))));
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
    return words;
  }

  @Override
  public @Nullable Caption nextCaption() {
    return Texts.caption("close");
  }

  @Override
  public @Nullable Missing next() {
    close.run();
    return null;
  }
}
