package org.jiralanguageserver.wire;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jetbrains.annotations.Nullable;

/** A point in time: RFC 3339, written in UTC with milliseconds. */
public final class TimeAdapter extends TypeAdapter<Instant> {
  private static final DateTimeFormatter WITH_MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Override
  public @Nullable Instant read(JsonReader reader) throws IOException {
    if (reader.peek() == JsonToken.NULL) {
      reader.nextNull();
      return null;
    }
    return OffsetDateTime.parse(reader.nextString()).toInstant();
  }

  @Override
  public void write(JsonWriter writer, @Nullable Instant time) throws IOException {
    writer.value(time == null ? null : WITH_MILLISECONDS.format(time));
  }
}
