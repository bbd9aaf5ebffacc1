package org.jiralanguageserver.ui;

import java.util.List;
import java.util.function.Consumer;
import org.jiralanguageserver.protocol.User;

/** Finds the users that an issue can be assigned to. */
interface PeopleSearch {
  /**
   * @param query the beginning of a name or of an address; empty for anybody
   * @param found is told on the event dispatch thread, unless they cannot be found
   */
  void find(String query, Consumer<List<User>> found);
}
