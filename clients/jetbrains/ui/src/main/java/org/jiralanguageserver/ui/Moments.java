package org.jiralanguageserver.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** How points in time, spans of it and sizes are written, in the language and the zone of the user. */
final class Moments {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
  private static final DateTimeFormatter BOTH = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

  private Moments() {}

  /** Where there is little room: the time of today, the day of what was before. */
  static String brief(Instant time, Clock clock) {
    ZonedDateTime moment = time.atZone(clock.getZone());
    return moment.toLocalDate().equals(LocalDate.now(clock)) ? TIME.format(moment) : DAY.format(moment);
  }

  /** The day and the time. */
  static String full(Instant time, Clock clock) {
    return BOTH.format(time.atZone(clock.getZone()));
  }

  /** Seconds of work, as Jira writes them but for days and weeks, whose length each Jira sets for itself: {@code 2h 30m}. */
  static String work(long seconds) {
    Duration duration = Duration.ofSeconds(seconds);
    List<String> parts = new ArrayList<>();
    if (duration.toHours() > 0) parts.add(Texts.of("work.hours", String.valueOf(duration.toHours())));
    if (duration.toMinutesPart() > 0 || parts.isEmpty()) parts.add(Texts.of("work.minutes", String.valueOf(duration.toMinutesPart())));
    return String.join(" ", parts);
  }

  /** The size of a file. */
  static String size(long bytes) {
    if (bytes < 1000) return Texts.of("size.bytes", bytes);
    if (bytes < 1_000_000) return Texts.of("size.kilobytes", Math.round(bytes / 1000.0));
    return Texts.of("size.megabytes", Math.round(bytes / 100_000.0) / 10.0);
  }
}
