package org.jiralanguageserver.agent;

/** Ends the calls of a listener. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
