package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkBoxTest {
  @Test
  void readsHoursAndMinutes() {
    assertEquals(Optional.of(Duration.ofMinutes(150)), WorkBox.timeOf(" 2h 30m "));
    assertEquals(Optional.of(Duration.ofHours(1)), WorkBox.timeOf("1H"));
    assertEquals(Optional.of(Duration.ofMinutes(45)), WorkBox.timeOf("45 m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "0m", "1d", "h", "2h3", "99999h", "-1h"})
  void takesNothingElse(String typed) {
    assertEquals(Optional.empty(), WorkBox.timeOf(typed));
  }
}
