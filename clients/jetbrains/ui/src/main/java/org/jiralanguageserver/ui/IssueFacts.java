package org.jiralanguageserver.ui;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.NamedId;

/** What is told of an issue in a few words each. */
final class IssueFacts extends Form {
  IssueFacts(IssueResult issue, Clock clock) {
    factsOf(issue, clock).forEach((key, words) -> {
      if (words == null || words.isEmpty()) return;
      JLabel label = new JLabel(Texts.of(key));
      label.setForeground(Palette.quiet());
      Prose value = Prose.of(words);
      label.setLabelFor(value);
      value.getAccessibleContext().setAccessibleName(Texts.of(key));
      row(label, value);
    });
  }

  /** By the names of their labels, in the order in which they are shown; {@code null} where Jira knows nothing. */
  private static Map<String, String> factsOf(IssueResult issue, Clock clock) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("fact.assignee", issue.assignee() == null ? Texts.of("issue.unassigned") : issue.assignee().displayName());
    facts.put("fact.reporter", issue.reporter() == null ? null : issue.reporter().displayName());
    facts.put("fact.priority", issue.priority() == null ? null : issue.priority().name());
    facts.put("fact.resolution", issue.resolution() == null ? null : issue.resolution().name());
    facts.put("fact.labels", String.join(", ", issue.labels()));
    facts.put("fact.components", names(issue.components()));
    facts.put("fact.versions", names(issue.versions()));
    facts.put("fact.fixVersions", names(issue.fixVersions()));
    facts.put("fact.due", issue.due());
    facts.put("fact.work", work(issue.timeTracking()));
    facts.put("fact.created", Moments.full(issue.created(), clock));
    facts.put("fact.updated", Moments.full(issue.updated(), clock));
    return facts;
  }

  private static String names(List<NamedId> things) {
    return String.join(", ", things.stream().map(NamedId::name).toList());
  }

  private static String work(IssueResult.TimeTracking time) {
    if (time.timeSpent() == null && time.originalEstimate() == null && time.remainingEstimate() == null) return null;
    String spent = Texts.of("fact.spent", Moments.work(time.timeSpent() == null ? 0 : time.timeSpent()));
    if (time.remainingEstimate() != null) return Texts.of("fact.remaining", spent, Moments.work(time.remainingEstimate()));
    return time.originalEstimate() == null ? spent : Texts.of("fact.estimated", spent, Moments.work(time.originalEstimate()));
  }
}
