package org.jiralanguageserver.wire;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jetbrains.annotations.Nullable;

/** Reads and writes objects of several kinds, told apart by the value of one member: the tag. */
public abstract class TaggedUnionAdapter implements TypeAdapterFactory {
  private final String tag;
  private final Map<String, Class<?>> variants;

  /**
   * @param tag the name of the member
   * @param variants the records by its values
   */
  protected TaggedUnionAdapter(String tag, Map<String, Class<?>> variants) {
    this.tag = tag;
    this.variants = variants;
  }

  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    TypeAdapter<JsonElement> elements = gson.getAdapter(JsonElement.class);
    return new TypeAdapter<>() {
      @Override
      public @Nullable T read(JsonReader reader) throws IOException {
        JsonElement element = elements.read(reader);
        return element.isJsonNull() ? null : cast(type, variant(element.getAsJsonObject()));
      }

      @Override
      public void write(JsonWriter writer, @Nullable T value) throws IOException {
        elements.write(writer, value == null ? null : tagged(value));
      }

      private Object variant(JsonObject object) {
        JsonElement value = object.get(tag);
        Class<?> variant = value == null ? null : variants.get(value.getAsString());
        if (variant == null) throw new JsonParseException("There is no " + type.getRawType().getSimpleName() + " with this " + tag + ".");
        return gson.getAdapter(variant).fromJsonTree(object);
      }

      private JsonObject tagged(T value) {
        JsonObject object = new JsonObject();
        variants.forEach((name, variant) -> {
          if (variant.isInstance(value)) object.add(tag, new JsonPrimitive(name));
        });
        tree(value.getClass(), value).entrySet().forEach(member -> object.add(member.getKey(), member.getValue()));
        return object;
      }

      private <V> JsonObject tree(Class<V> variant, Object value) {
        return gson.getAdapter(variant).toJsonTree(variant.cast(value)).getAsJsonObject();
      }
    };
  }

  @SuppressWarnings("unchecked") // It was made by the adapter of one of this type's variants.
  private static <T> T cast(TypeToken<T> type, Object value) {
    return (T) type.getRawType().cast(value);
  }
}
