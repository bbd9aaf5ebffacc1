package org.jiralanguageserver.wire;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jetbrains.annotations.Nullable;

/** A text whose {@code null} says something, and goes over the wire as such. */
public final class NullableTextAdapter extends TypeAdapter<String> {
  @Override
  public @Nullable String read(JsonReader reader) throws IOException {
    if (reader.peek() != JsonToken.NULL) return reader.nextString();
    reader.nextNull();
    return null;
  }

  @Override
  public void write(JsonWriter writer, @Nullable String text) throws IOException {
    boolean nulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    writer.value(text);
    writer.setSerializeNulls(nulls);
  }
}
