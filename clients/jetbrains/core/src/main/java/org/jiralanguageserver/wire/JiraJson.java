package org.jiralanguageserver.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;

/** JSON as it is on the wire: the types of the protocol, and those of LSP. */
public final class JiraJson {
  private static final Gson GSON = new MessageJsonHandler(Map.of(), JiraJson::configure).getGson();

  private JiraJson() {}

  /** Teaches a Gson of LSP4J the types of the protocol. */
  public static void configure(GsonBuilder builder) {
    builder.registerTypeAdapterFactory(new WireEnumAdapter());
  }

  /** What reads and writes both kinds of types. */
  public static Gson gson() {
    return GSON;
  }

  /** What a record of the protocol is on the wire. */
  public static JsonObject toJson(Object value) {
    return GSON.toJsonTree(value).getAsJsonObject();
  }

  /**
   * @param value JSON, or what LSP4J made of it
   * @throws com.google.gson.JsonParseException for what is no such value
   */
  public static <T> T fromJson(Object value, Class<T> type) {
    return GSON.fromJson(value instanceof JsonElement element ? element : GSON.toJsonTree(value), type);
  }
}
