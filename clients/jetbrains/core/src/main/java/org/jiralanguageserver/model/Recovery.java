package org.jiralanguageserver.model;

import java.util.List;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;

/** Notices when a server that was away is there again. */
final class Recovery {
  private boolean away;

  /**
   * @param providers all of them, as they are now
   * @param provider the one that counts; {@code null} where it may be any
   * @return whether it was away until now
   */
  boolean isBack(List<Provider> providers, @Nullable String provider) {
    boolean before = away;
    away = providers.stream().anyMatch(each -> (provider == null || each.id().equals(provider)) && each.state() == ProviderState.UNREACHABLE);
    return before && !away;
  }
}
