package org.jiralanguageserver.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;

/** Notices when a server can be asked that could not be asked before: it is there again, or the user signed in, or added it. */
final class Recovery {
  private Set<String> connected = Set.of();

  /**
   * @param providers all of them, as they are now
   * @param provider the one that counts; {@code null} where it may be any
   */
  boolean isBack(List<Provider> providers, @Nullable String provider) {
    Set<String> before = connected;
    connected = providers.stream()
        .filter(each -> (provider == null || each.id().equals(provider)) && each.state() == ProviderState.CONNECTED)
        .map(Provider::id)
        .collect(Collectors.toUnmodifiableSet());
    return !before.containsAll(connected);
  }
}
