package org.jiralanguageserver.ui;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jiralanguageserver.protocol.User;

/** Finds the users that an issue can be assigned to. */
interface PeopleSearch {
  /**
   * @param query the beginning of a name or of an address; empty for anybody
   * @return ends on the event dispatch thread
   */
  CompletableFuture<List<User>> find(String query);
}
