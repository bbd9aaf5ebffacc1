package org.jiralanguageserver.ide.fake;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.event.TableModelListener;

/** What a test does with Swing, on its own thread. */
public final class Swing {
  private Swing() {}

  /** Ends when a table has rows. */
  public static CompletableFuture<Void> filled(Container content) throws Exception {
    CompletableFuture<Void> filled = new CompletableFuture<>();
    onSwing(() -> {
      JTable table = below(content, JTable.class).get(0);
      TableModelListener look = event -> {
        if (table.getModel().getRowCount() > 0) filled.complete(null);
      };
      table.getModel().addTableModelListener(look);
      look.tableChanged(null);
    });
    return filled;
  }

  /** Every component of a kind in a container, however deep. */
  public static <T> List<T> below(Container container, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Component each : container.getComponents()) {
      if (type.isInstance(each)) found.add(type.cast(each));
      if (each instanceof Container inner) found.addAll(below(inner, type));
    }
    return found;
  }

  /** Does something on Swing's thread. */
  public static void onSwing(Runnable deed) throws Exception {
    SwingUtilities.invokeAndWait(deed);
  }

  /** Asks something on Swing's thread. */
  public static <T> T fromSwing(Callable<T> question) throws Exception {
    FutureTask<T> task = new FutureTask<>(question);
    SwingUtilities.invokeAndWait(task);
    return task.get();
  }
}
