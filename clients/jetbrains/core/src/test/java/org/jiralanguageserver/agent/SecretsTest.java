package org.jiralanguageserver.agent;

import static org.jiralanguageserver.testing.TestAgent.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.ConfigureParams;
import org.jiralanguageserver.protocol.ErrorKind;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the credentials are, and where they are not. */
class SecretsTest {
  private static HonestJira jira;

  @BeforeAll
  static void startJira() {
    jira = HonestJira.start();
  }

  @AfterAll
  static void stopJira() {
    jira.close();
  }

  @Test
  void secretsAreKeptByTheClientAndAreInNoFileAndNoLog() throws IOException {
    Map<String, String> kept = new ConcurrentHashMap<>();
    List<String> logged = Collections.synchronizedList(new ArrayList<>());
    Handler handler = handler(logged);
    Logger.getLogger("").addHandler(handler);
    try (TestAgent agent = TestAgent.start(storeIn(kept))) {
      String token = jira.createToken("alice");
      var authentication = new Authentication.Token(token);
      agent.ask(JiraRequests.CONFIGURE, ConfigureParams.of(jira.baseUrl(), authentication));
      assertTrue(kept.values().stream().anyMatch(secret -> secret.contains(token)), "The store of the client has it.");
      CompletableFuture<AgentState> back = new CompletableFuture<>();
      agent.agent().onState(state -> {
        if (state instanceof AgentState.Ready ready && ready.process() == 2) back.complete(state);
      });
      agent.kill();
      await(back);
      assertEquals("ABC-1", agent.ask(JiraRequests.ISSUE, IssueParams.of("ABC-1")).key());
      assertFalse(agent.ui().everything().contains(token));
      assertFalse(String.join("\n", logged).contains(token));
      try (Stream<Path> files = Files.walk(agent.home())) {
        for (Path file : files.filter(Files::isRegularFile).toList()) assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(token), file.toString());
      }
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
  }

  @Test
  void aStoreOfSecretsThatFailsIsSaidWithoutTheSecret() {
    SecretStore broken = new SecretStore() {
      @Override
      public @Nullable String read(String name) {
        return null;
      }

      @Override
      public void store(String name, String secret) throws IOException {
        throw new IOException("cannot keep " + secret);
      }

      @Override
      public void delete(String name) {}
    };
    try (TestAgent agent = TestAgent.start(broken)) {
      String token = jira.createToken("alice");
      var authentication = new Authentication.Token(token);
      JiraException problem = assertThrows(JiraException.class, () -> agent.ask(JiraRequests.CONFIGURE, ConfigureParams.of(jira.baseUrl(), authentication)));
      assertEquals(ErrorKind.STORAGE, problem.kind());
      assertFalse((problem.getMessage() + agent.ui().everything()).contains(token));
    }
  }

  private static SecretStore storeIn(Map<String, String> kept) {
    return new SecretStore() {
      @Override
      public @Nullable String read(String name) {
        return kept.get(name);
      }

      @Override
      public void store(String name, String secret) {
        kept.put(name, secret);
      }

      @Override
      public void delete(String name) {
        kept.remove(name);
      }
    };
  }

  private static Handler handler(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        logged.add(record.getMessage() + record.getThrown());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
