package org.jiralanguageserver.lsp4ij;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What happened so far, of one kind; each can be taken once. */
final class Queue<T> {
  /** Milliseconds: far more than a slow machine needs. */
  private static final long LONGEST = 60_000;

  private final String what;
  private final List<T> all = new ArrayList<>();
  private final List<T> waiting = new ArrayList<>();

  /** @param what people call it, in the plural */
  Queue(String what) {
    this.what = what;
  }

  synchronized void add(T event) {
    all.add(event);
    waiting.add(event);
    notifyAll();
  }

  /** Everything so far, what was taken too. */
  synchronized List<T> all() {
    return List.copyOf(all);
  }

  /** Waits for the first that fits, and takes it. */
  synchronized T take(Predicate<T> fits) throws InterruptedException {
    var end = System.nanoTime() + LONGEST * 1_000_000;
    for (;;) {
      for (var event : waiting) {
        if (!fits.test(event)) continue;
        waiting.remove(event);
        return event;
      }
      var left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) throw new AssertionError("None of the " + what + " fits: " + all);
      wait(left);
    }
  }
}
