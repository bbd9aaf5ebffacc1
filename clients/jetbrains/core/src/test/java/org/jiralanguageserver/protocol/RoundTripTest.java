package org.jiralanguageserver.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.jiralanguageserver.testing.Project;
import org.jiralanguageserver.wire.Command;
import org.jiralanguageserver.wire.JiraJson;
import org.jiralanguageserver.wire.Request;
import org.junit.jupiter.api.Test;

/** Every example of the protocol's document is the same after it was a record of Java. */
class RoundTripTest {
  private static final Map<String, Request<?, ?>> REQUESTS = JiraRequests.ALL.stream().collect(Collectors.toMap(Request::method, each -> each));
  private static final Map<String, Command<?, ?>> COMMANDS = JiraCommands.ALL.stream().collect(Collectors.toMap(Command::name, each -> each));
  private static final Map<String, JsonRpcMethod> ASKED = ServiceEndpoints.getSupportedMethods(JiraClient.class);

  @Test
  void ofEveryExample() throws IOException {
    List<JsonObject> messages = messages();
    Set<String> seen = new LinkedHashSet<>();
    for (JsonObject message : messages) {
      if (message.has("method")) seen.add(request(message));
      else if (message.has("error")) check(message.getAsJsonObject("error").get("data"), ErrorData.class, "an error");
      else answer(message, messages);
    }
    assertTrue(seen.containsAll(REQUESTS.keySet()), () -> "Not every request has an example: " + seen);
    assertTrue(seen.containsAll(COMMANDS.keySet()), () -> "Not every command has an example: " + seen);
    assertTrue(seen.containsAll(ASKED.keySet().stream().filter(name -> name.startsWith("jira/")).toList()), () -> "Not all that is asked of a client has an example: " + seen);
  }

  @Test
  void nullEmptiesAFieldAndMeansNobody() {
    TransitionParams transition = TransitionParams.of("ABC-1", "5").withFields(Map.of("duedate", JsonNull.INSTANCE));
    assertEquals("{\"key\":\"ABC-1\",\"transition\":\"5\",\"fields\":{\"duedate\":null}}", JiraJson.gson().toJson(transition));
    assertEquals("{\"key\":\"ABC-1\",\"assignee\":null}", JiraJson.gson().toJson(AssignParams.of("ABC-1", null)));
  }

  @Test
  void whatLaterAgentsMayAddIsNoError() {
    JsonObject status = JsonParser.parseString("{\"name\": \"Parked\", \"category\": \"parked\", \"colour\": \"grey\"}").getAsJsonObject();
    Status read = JiraJson.fromJson(status, Status.class);
    assertEquals(StatusCategory.UNKNOWN, read.category());
    assertThrows(IllegalArgumentException.class, () -> JiraJson.toJson(read));
  }

  @Test
  void absentAndNullAreTheSame() {
    String absent = "{\"name\": \"mia\", \"displayName\": \"Mia\"}";
    String isNull = "{\"name\": \"mia\", \"displayName\": \"Mia\", \"key\": null, \"email\": null}";
    assertEquals(JiraJson.gson().fromJson(absent, User.class), JiraJson.gson().fromJson(isNull, User.class));
  }

  @Test
  void noRecordTellsItsSecrets() {
    String secret = "s3cret";
    Network network = Network.of().withHeaders(Map.of("X-Gateway", secret)).withClientCertificate(ClientCertificate.of("cert", secret).withPassphrase(secret));
    List<Object> holders = List.of(
        ConfigureParams.of("https://jira.example.com", new Authentication.Token(secret)).withNetwork(network),
        new Authentication.Basic("mia", secret),
        Authentication.OAuth1.of("key").withPrivateKey(secret).withPassphrase(secret),
        new StoreSecretParams("name", secret),
        ReadSecretResult.of().withSecret(secret),
        AuthorizeParams.of("p").withPassphrase(secret),
        CompleteAuthorizationParams.of("a").withVerifier(secret),
        InitializationOptions.of().withOrganization("postgres://mia:" + secret + "@db/jira"));
    for (Object holder : holders) {
      assertTrue(JiraJson.gson().toJson(holder).contains(secret), holder.getClass().getName());
      assertTrue(!holder.toString().contains(secret), holder.getClass().getName());
    }
  }

  /** @return what it is an example of */
  private static String request(JsonObject message) {
    String method = message.get("method").getAsString();
    JsonElement params = message.get("params");
    if (REQUESTS.containsKey(method)) {
      check(params, REQUESTS.get(method).params(), method);
    } else if (method.startsWith("jira/")) {
      assertNotNull(ASKED.get(method), method);
      check(params, (Class<?>) ASKED.get(method).getParameterTypes()[0], method);
    } else if (method.equals("workspace/executeCommand")) {
      Command<?, ?> command = COMMANDS.get(params.getAsJsonObject().get("command").getAsString());
      check(params.getAsJsonObject().getAsJsonArray("arguments").get(0), command.arguments(), command.name());
      return command.name();
    } else if (method.equals("initialize")) {
      check(params.getAsJsonObject().get("initializationOptions"), InitializationOptions.class, method);
      check(params.getAsJsonObject().getAsJsonObject("capabilities").getAsJsonObject("experimental").get("jira"), ClientCapabilities.class, method);
    } else if (method.equals("$/progress")) {
      check(params.getAsJsonObject().get("value"), IssuesPartialResult.class, method);
    }
    return method;
  }

  private static void answer(JsonObject answer, List<JsonObject> messages) {
    JsonObject request = messages.stream().filter(each -> each.has("method") && answer.get("id").equals(each.get("id"))).findFirst().orElseThrow();
    String method = request.get("method").getAsString();
    JsonElement result = answer.get("result");
    if (REQUESTS.containsKey(method)) {
      check(result, REQUESTS.get(method).result(), method);
    } else if (method.equals("workspace/executeCommand")) {
      check(result, COMMANDS.get(request.getAsJsonObject("params").get("command").getAsString()).result(), method);
    } else if (method.equals("initialize")) {
      check(result.getAsJsonObject().getAsJsonObject("capabilities").getAsJsonObject("experimental").get("jira"), AgentCapabilities.class, method);
    } else {
      check(result, resultOf(ASKED.get(method)), method);
    }
  }

  /** LSP4J has taken the type out of the future. */
  private static Class<?> resultOf(JsonRpcMethod method) {
    return (Class<?>) method.getReturnType();
  }

  private static void check(JsonElement json, Class<?> type, String of) {
    if (type == Void.class) {
      assertTrue(json.isJsonNull(), of);
      return;
    }
    Object read = JiraJson.fromJson(json, type);
    assertNotNull(read, of);
    assertEquals(withoutNulls(json), withoutNulls(JiraJson.gson().toJsonTree(read)), of);
    assertEquals(read, JiraJson.fromJson(JiraJson.gson().toJsonTree(read), type), of);
  }

  /** An optional member that is null is the same as one that is absent. */
  private static JsonElement withoutNulls(JsonElement json) {
    if (json.isJsonObject()) {
      JsonObject object = new JsonObject();
      json.getAsJsonObject().entrySet().stream().filter(member -> !member.getValue().isJsonNull()).forEach(member -> object.add(member.getKey(), withoutNulls(member.getValue())));
      return object;
    }
    return json;
  }

  private static List<JsonObject> messages() throws IOException {
    String document = Files.readString(Project.root().resolve("docs/PROTOCOL.md"));
    Matcher blocks = Pattern.compile("^```json\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL).matcher(document);
    List<JsonObject> messages = new ArrayList<>();
    while (blocks.find()) messages.add(JsonParser.parseString(blocks.group(1)).getAsJsonObject());
    assertTrue(messages.size() > 100);
    return messages;
  }
}
