package org.jiralanguageserver.ui;

import java.util.regex.Pattern;
import org.jiralanguageserver.model.Query;

/** What a person typed into the field for queries. */
final class QueryText {
  /** What only a query in JQL has; anything else is words to search for, keys of issues, or an address. */
  private static final Pattern OPERATORS = Pattern.compile("(?i)[=~<>]|\\b(?:not\\s+)?in\\s*\\(|\\bis\\s+(?:not\\s+)?(?:empty|null)\\b|\\border\\s+by\\b|\\bwas\\b|\\bchanged\\b");
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\s*https?://\\S+\\s*");

  private QueryText() {}

  /** What is to be asked for; nothing typed is the open issues of the user. */
  static Query of(String typed) {
    if (typed.isBlank()) return Query.myOpenIssues();
    boolean isJql = OPERATORS.matcher(typed).find() && !ADDRESS.matcher(typed).matches();
    return isJql ? Query.jql(typed.strip()) : Query.text(typed.strip());
  }
}
