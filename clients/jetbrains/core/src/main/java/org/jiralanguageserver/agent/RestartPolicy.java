package org.jiralanguageserver.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How long to wait before an agent that ended by itself is started again: twice as long each time, and not at all where
 * it ends again and again.
 */
final class RestartPolicy {
  private final Duration first;
  private final int most;
  private final Duration within;
  private final Deque<Instant> ends = new ArrayDeque<>();

  RestartPolicy() {
    this(Duration.ofMillis(500), 5, Duration.ofMinutes(3));
  }

  /**
   * @param first the first delay
   * @param most how many ends are too many
   * @param within in how much time
   */
  RestartPolicy(Duration first, int most, Duration within) {
    this.first = first;
    this.most = most;
    this.within = within;
  }

  /** The delay after an end; none where it ended too often. */
  Optional<Duration> delayAfterEnd(Instant now) {
    ends.addLast(now);
    while (ends.getFirst().isBefore(now.minus(within))) ends.removeFirst();
    return ends.size() >= most ? Optional.empty() : Optional.of(first.multipliedBy(1L << (ends.size() - 1)));
  }

  /** Forgets what happened: somebody starts it by hand. */
  void forget() {
    ends.clear();
  }
}
