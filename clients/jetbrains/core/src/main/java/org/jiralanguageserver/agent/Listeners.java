package org.jiralanguageserver.agent;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to hear of something. One that fails keeps the others from nothing. */
final class Listeners<T> {
  private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
  private final Consumer<RuntimeException> failed;

  /** @param failed told of what a listener threw */
  Listeners(Consumer<RuntimeException> failed) {
    this.failed = failed;
  }

  Subscription add(Consumer<? super T> listener) {
    // Each subscription ends itself alone, also where one listener has two.
    Consumer<? super T> own = listener::accept;
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  void tell(T value) {
    for (Consumer<? super T> listener : listeners) tell(listener, value);
  }

  /** Tells one of them alone. */
  void tell(Consumer<? super T> listener, T value) {
    try {
      listener.accept(value);
    } catch (RuntimeException problem) {
      failed.accept(problem);
    }
  }
}
