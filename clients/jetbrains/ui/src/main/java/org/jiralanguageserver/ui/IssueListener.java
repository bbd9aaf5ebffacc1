package org.jiralanguageserver.ui;

import java.util.List;
import javax.swing.Action;

/** What the program around a page of an issue does. */
public interface IssueListener {
  /** Shows another issue, which this one names. */
  void open(String provider, String key);

  /** Signs in to a server. @param provider its id */
  void signIn(String provider);

  /** The issue was changed from here. */
  default void changed(String provider, String key) {}

  /** What else can be done with the issue, such as to start work on it: a button for each. */
  default List<Action> actions(String provider, String key) {
    return List.of();
  }
}
