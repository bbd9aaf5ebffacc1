package org.jiralanguageserver.lsp4ij;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageActionItem;

/** A question of the server. */
record Balloon(String message, List<String> titles, CompletableFuture<MessageActionItem> answer) {
  /** Presses one of its buttons: the server gets the title alone. */
  void press(String title) {
    if (!titles.contains(title)) throw new AssertionError("There is no “" + title + "” among " + titles);
    answer.complete(new MessageActionItem(title));
  }

  /** Closes it, which cancels the request. */
  void close() {
    answer.cancel(true);
  }
}
