package org.jiralanguageserver.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void waitsTwiceAsLongEachTimeAndGivesUpWhereItEndsAgainAndAgain() {
    RestartPolicy policy = new RestartPolicy(Duration.ofMillis(500), 4, Duration.ofMinutes(3));
    assertEquals(Optional.of(Duration.ofMillis(500)), policy.delayAfterEnd(NOON));
    assertEquals(Optional.of(Duration.ofSeconds(1)), policy.delayAfterEnd(NOON.plusSeconds(10)));
    assertEquals(Optional.of(Duration.ofSeconds(2)), policy.delayAfterEnd(NOON.plusSeconds(20)));
    assertEquals(Optional.empty(), policy.delayAfterEnd(NOON.plusSeconds(30)));
  }

  @Test
  void forgetsWhatIsLongAgoAndWhatWasBeforeSomebodyStartedItByHand() {
    RestartPolicy policy = new RestartPolicy(Duration.ofMillis(500), 2, Duration.ofMinutes(3));
    policy.delayAfterEnd(NOON);
    assertEquals(Optional.of(Duration.ofMillis(500)), policy.delayAfterEnd(NOON.plusSeconds(600)));
    policy.forget();
    assertEquals(Optional.of(Duration.ofMillis(500)), policy.delayAfterEnd(NOON.plusSeconds(601)));
  }
}
