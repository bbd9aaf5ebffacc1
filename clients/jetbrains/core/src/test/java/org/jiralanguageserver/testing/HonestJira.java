package org.jiralanguageserver.testing;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jiralanguageserver.protocol.ApplicationLink;

/**
 * The honest Jira of {@code test/jira}, as a program of its own; here is its administrator, its other user and its
 * network. There are 200 issues in ABC, WEB, OPS, SEC and BIG; every user's password is the name: alice, bob, carol.
 */
public final class HonestJira implements AutoCloseable {
  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final String baseUrl;

  private HonestJira(Process process) throws IOException {
    this.process = process;
    this.orders = process.outputWriter();
    this.answers = process.inputReader();
    String line = answers.readLine();
    assertNotNull(line, "The honest Jira did not start: its words are above.");
    this.baseUrl = line;
  }

  /** Starts one; {@code options} are those of {@code test/jira/main.ts}. */
  public static HonestJira start(String... options) {
    List<String> command = new ArrayList<>(List.of("node", "--import", "tsx", "test/jira/main.ts", "--orders", "--issues", "200"));
    command.addAll(List.of(options));
    try {
      return new HonestJira(new ProcessBuilder(command).directory(Project.root().toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Where it is, for instance {@code http://127.0.0.1:41234/jira}. */
  public String baseUrl() {
    return baseUrl;
  }

  /** Makes a personal access token. */
  public String createToken(String user) {
    return order(Map.of("token", user)).getAsString();
  }

  /** Forgets a personal access token. */
  public void revokeToken(String token) {
    order(Map.of("revoke", token));
  }

  /** Fills in the form of an application link, as an administrator does. */
  public void createApplicationLink(ApplicationLink link) {
    createApplicationLink(link.consumerKey(), link.publicKey(), link.applicationName());
  }

  /** Fills in the same form with what the administrator read somewhere. */
  public void createApplicationLink(String consumerKey, String publicKey, String name) {
    order(Map.of("link", Map.of("consumerKey", consumerKey, "publicKey", publicKey, "name", name)));
  }

  /** Revokes every OAuth access that a user has granted. */
  public void revokeAccess(String user) {
    order(Map.of("revokeAccess", user));
  }

  /** Changes the summary of an issue, as somebody else does. */
  public void changeSummary(String key, String summary) {
    order(Map.of("change", Map.of("key", key, "changes", Map.of("summary", summary))));
  }

  /** Has every request fail whose path and query hold a text, until {@link #clearFaults}: see {@code test/jira/faults.ts}. */
  public void fault(String match, Object fault) {
    order(Map.of("fault", Map.of("match", match, "fault", fault)));
  }

  /** Has the next request fail whose path and query hold a text. */
  public void faultOnce(String match, Object fault) {
    order(Map.of("fault", Map.of("match", match, "fault", fault, "times", 1)));
  }

  /** Cuts every connection, until {@link #clearFaults}: the network is away. */
  public void goOffline() {
    fault("/", "reset");
  }

  public void clearFaults() {
    order(Map.of("clearFaults", true));
  }

  /** Waits for a request whose path and query hold a text to arrive, and tells of it. */
  public JsonObject awaitRequest(String match) {
    return order(Map.of("await", Map.of("match", match, "event", "request"))).getAsJsonObject();
  }

  /** Waits for a request to be over, and tells of it: {@code aborted} where the client went away. */
  public JsonObject awaitFinished(String match) {
    return order(Map.of("await", Map.of("match", match, "event", "finished"))).getAsJsonObject();
  }

  @Override
  public void close() {
    try {
      orders.close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (IOException gone) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private synchronized JsonElement order(Map<String, Object> order) {
    try {
      orders.write(new Gson().toJson(order));
      orders.newLine();
      orders.flush();
      String line = answers.readLine();
      assertNotNull(line, "The honest Jira ended.");
      JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
      if (answer.has("error")) throw new IllegalArgumentException(answer.get("error").getAsString());
      return answer.get("ok");
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
