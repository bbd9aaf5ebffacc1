// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/providers} gives. */
public record ProvidersResult(
    List<Provider> providers
) {
  public ProvidersResult {
    providers = List.copyOf(providers);
  }
}
