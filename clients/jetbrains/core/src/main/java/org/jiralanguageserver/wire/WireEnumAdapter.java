package org.jiralanguageserver.wire;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jetbrains.annotations.Nullable;

/**
 * Reads and writes a {@link WireEnum}.
 * A value that is not known is read as {@code UNKNOWN}, which is never written.
 */
final class WireEnumAdapter implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (!type.getRawType().isEnum() || !WireEnum.class.isAssignableFrom(type.getRawType())) return null;
    Map<String, T> constants =
        Arrays.stream(type.getRawType().getEnumConstants())
            .map(constant -> cast(type, constant))
            .collect(Collectors.toUnmodifiableMap(constant -> ((WireEnum) constant).value(), Function.identity()));
    return new Adapter<>(type.getRawType().getSimpleName(), constants);
  }

  @SuppressWarnings("unchecked") // It is a constant of just this type.
  private static <T> T cast(TypeToken<T> type, Object constant) {
    return (T) type.getRawType().cast(constant);
  }

  private static final class Adapter<T> extends TypeAdapter<T> {
    private final String name;
    private final Map<String, T> constants;

    Adapter(String name, Map<String, T> constants) {
      this.name = name;
      this.constants = constants;
    }

    @Override
    public @Nullable T read(JsonReader reader) throws IOException {
      if (reader.peek() == JsonToken.NULL) {
        reader.nextNull();
        return null;
      }
      String value = reader.nextString();
      T constant = constants.getOrDefault(value, constants.get(""));
      if (constant == null) throw new JsonParseException(value + " is no " + name + ".");
      return constant;
    }

    @Override
    public void write(JsonWriter writer, @Nullable T constant) throws IOException {
      if (constant == null) {
        writer.nullValue();
        return;
      }
      String value = ((WireEnum) constant).value();
      if (value.isEmpty()) throw new IllegalArgumentException("A " + name + " that is not known cannot be sent.");
      writer.value(value);
    }
  }
}
