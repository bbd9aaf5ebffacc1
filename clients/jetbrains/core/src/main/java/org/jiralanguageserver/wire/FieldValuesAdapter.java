package org.jiralanguageserver.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.internal.Streams;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jetbrains.annotations.Nullable;

/** Values of fields by their ids: {@code null} is a value, which empties a field, and goes over the wire as such. */
public final class FieldValuesAdapter extends TypeAdapter<Map<String, JsonElement>> {
  @Override
  public @Nullable Map<String, JsonElement> read(JsonReader reader) throws IOException {
    if (reader.peek() == JsonToken.NULL) {
      reader.nextNull();
      return null;
    }
    Map<String, JsonElement> values = new LinkedHashMap<>();
    JsonParser.parseReader(reader).getAsJsonObject().entrySet().forEach(value -> values.put(value.getKey(), value.getValue()));
    return values;
  }

  @Override
  public void write(JsonWriter writer, @Nullable Map<String, JsonElement> values) throws IOException {
    if (values == null) {
      writer.nullValue();
      return;
    }
    boolean nulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    try {
      writer.beginObject();
      for (Map.Entry<String, JsonElement> value : values.entrySet()) {
        writer.name(value.getKey());
        Streams.write(value.getValue(), writer);
      }
      writer.endObject();
    } finally {
      writer.setSerializeNulls(nulls);
    }
  }
}
