// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;

/** What {@code jira/providersChanged} takes. */
public record ProvidersChangedParams(
    List<Provider> providers
) {
  public ProvidersChangedParams {
    providers = List.copyOf(providers);
  }
}
