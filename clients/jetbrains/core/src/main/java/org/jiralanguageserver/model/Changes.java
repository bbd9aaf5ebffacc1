package org.jiralanguageserver.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssuesChangedParams;

/** Brings a list up to date by what the agent tells of it. */
final class Changes {
  private Changes() {}

  /**
   * A list may be told of in several pieces: the order comes with the last one, and what came in before stands at the
   * end until then.
   */
  static List<Issue> apply(List<Issue> before, IssuesChangedParams change) {
    Map<String, Issue> issues = new LinkedHashMap<>();
    for (Issue issue : before) issues.put(issue.key(), issue);
    change.removed().forEach(issues::remove);
    for (Issue issue : change.issues()) issues.put(issue.key(), issue);
    List<String> order = change.order();
    if (order == null) return new ArrayList<>(issues.values());
    Set<String> keys = new LinkedHashSet<>(order);
    keys.retainAll(issues.keySet());
    return keys.stream().map(issues::get).toList();
  }
}
