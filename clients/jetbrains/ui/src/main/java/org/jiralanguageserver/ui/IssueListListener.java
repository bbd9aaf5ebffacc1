package org.jiralanguageserver.ui;

import java.util.List;
import javax.swing.Action;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.Provider;

/** What the program around a list of issues does. */
public interface IssueListListener {
  /** Shows an issue. */
  void open(Issue issue);

  /** Creates an issue. @param provider the id of the server that the list is of; {@code null} for none */
  void create(@Nullable String provider);

  /** Adds a server. */
  void addServer();

  /** Signs in to a server. */
  void signIn(Provider provider);

  /** What else can be done with an issue; it is put into its context menu. */
  default List<Action> actions(Issue issue) {
    return List.of();
  }
}
