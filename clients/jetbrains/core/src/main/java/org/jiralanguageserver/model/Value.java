package org.jiralanguageserver.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jiralanguageserver.agent.Subscription;

/** Something that changes, and tells so: on the thread of its model. */
public final class Value<T> {
  private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
  private T value;

  Value(T value) {
    this.value = value;
  }

  /** What it is now. */
  public T get() {
    return value;
  }

  /** Calls a listener with what it is now, and with each change. */
  public Subscription observe(Consumer<? super T> listener) {
    // Each subscription ends itself alone, also where one listener has two.
    Consumer<? super T> own = listener::accept;
    listeners.add(own);
    own.accept(value);
    return () -> listeners.remove(own);
  }

  void set(T next) {
    if (next.equals(value)) return;
    value = next;
    for (Consumer<? super T> listener : listeners) {
      // One of them may have changed it again, and told all: what is older is told no more.
      if (value != next) return;
      listener.accept(next);
    }
  }

  void change(UnaryOperator<T> change) {
    set(change.apply(value));
  }
}
