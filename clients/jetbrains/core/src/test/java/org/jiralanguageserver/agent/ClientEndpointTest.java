package org.jiralanguageserver.agent;

import static org.jiralanguageserver.testing.TestAgent.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.InitializationOptions;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.OfferSignInParams;
import org.jiralanguageserver.protocol.OfferSignInResult;
import org.jiralanguageserver.protocol.ProvidersParams;
import org.jiralanguageserver.testing.RecordingUi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the client answers, over a real connection: the other side is a program that asks what a test tells it to ask. */
class ClientEndpointTest {
  /**
   * Says that it is the agent; then it sends what a file holds, once for each request that it gets, and writes to
   * stderr what it is answered.
   */
  private static final String ASKER = """
      const { readFileSync } = require('node:fs');
      let buffer = Buffer.alloc(0);
      const send = (message) => {
        const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
        process.stdout.write(`Content-Length: ${body.length}\\r\\n\\r\\n`);
        process.stdout.write(body);
      };
      const take = (message) => {
        if (message.method === 'initialize') {
          console.error(`initialize ${JSON.stringify(message.params)}`);
          send({ id: message.id, result: { capabilities: { experimental: { jira: { protocolVersion: 1, requests: [], notifications: [] } } } } });
        } else if (message.method === 'jira/providers') {
          for (const question of JSON.parse(readFileSync(`${__dirname}/questions.json`, 'utf8'))) send(question);
          send({ id: message.id, result: { providers: [] } });
        } else if (message.method === 'shutdown') {
          send({ id: message.id, result: null });
        } else if (message.method === 'exit') {
          process.exit(0);
        } else if (message.method === undefined) {
          console.error(`answer ${message.id} ${JSON.stringify(message.error === undefined ? message.result : { code: message.error.code })}`);
        } else {
          console.error(`told ${message.method} ${JSON.stringify(message.params)}`);
        }
      };
      process.stdin.on('data', (chunk) => {
        buffer = Buffer.concat([buffer, chunk]);
        for (;;) {
          const head = buffer.indexOf('\\r\\n\\r\\n');
          if (head < 0) return;
          const length = Number(/Content-Length: (\\d+)/.exec(buffer.subarray(0, head))[1]);
          if (buffer.length < head + 4 + length) return;
          take(JSON.parse(buffer.subarray(head + 4, head + 4 + length)));
          buffer = buffer.subarray(head + 4 + length);
        }
      });
      """;

  private static final WorkspaceFolder SHOP = new WorkspaceFolder("file:///work/shop", "shop");

  @TempDir Path folder;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> seen = new ArrayList<>();
  private final BlockingQueue<Runnable> cancels = new LinkedBlockingQueue<>();
  private final RecordingUi ui = new RecordingUi() {
    @Override
    public void log(Level level, String line) {
      super.log(level, line);
      lines.add(line);
    }

    @Override
    public CompletableFuture<OfferSignInResult.Answer> offerSignIn(OfferSignInParams offer) {
      super.offerSignIn(offer);
      return CompletableFuture.completedFuture(OfferSignInResult.Answer.SIGNED_IN);
    }

    @Override
    public Progress beginProgress(String title, @Nullable Runnable cancel) {
      if (cancel != null) cancels.add(cancel);
      return super.beginProgress(title, cancel);
    }
  };
  private Agent agent;

  @BeforeEach
  void start() throws IOException {
    Path program = Files.writeString(folder.resolve("main.js"), ASKER);
    AgentOptions options = AgentOptions.of(program, "JUnit", "1.0").withFolders(List.of(SHOP)).withSettings(InitializationOptions.of().withRequestTimeout(7));
    agent = Agent.start(options, ui, null);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void saysHelloWithAllThatItCan() throws InterruptedException {
    JsonObject hello = JsonParser.parseString(lineOf("initialize")).getAsJsonObject();
    assertEquals(ProcessHandle.current().pid(), hello.get("processId").getAsLong());
    assertEquals("JUnit", hello.getAsJsonObject("clientInfo").get("name").getAsString());
    assertEquals(JsonParser.parseString("{\"requestTimeout\": 7}"), hello.get("initializationOptions"));
    JsonObject capabilities = hello.getAsJsonObject("capabilities");
    assertEquals(JsonParser.parseString("{\"providersChanged\": true, \"issuesChanged\": true, \"secrets\": false, \"signIn\": true}"), capabilities.getAsJsonObject("experimental").get("jira"));
    assertEquals("[\"utf-16\"]", capabilities.getAsJsonObject("general").get("positionEncodings").toString());
    assertEquals("shop", hello.getAsJsonArray("workspaceFolders").get(0).getAsJsonObject().get("name").getAsString());
  }

  @Test
  void answersByTheUser() throws Exception {
    ui.answer = question -> question.answers().get(1);
    ask("""
        [{ "id": 1, "method": "window/showMessageRequest", "params": { "type": 2, "message": "Which?", "actions": [{ "title": "This" }, { "title": "That" }] } },
         { "id": 2, "method": "jira/offerSignIn", "params": { "reason": "noProvider", "message": "Sign in?" } },
         { "method": "window/showMessage", "params": { "type": 1, "message": "Look here" } }]
        """);
    assertEquals("{\"title\":\"That\"}", answer(1));
    assertEquals("{\"answer\":\"signedIn\"}", answer(2));
    assertEquals(List.of(new RecordingUi.Question(ClientUi.Level.WARNING, "Which?", List.of("This", "That"))), ui.questions);
    ui.answer = question -> null;
    ask("[{ \"id\": 3, \"method\": \"window/showMessageRequest\", \"params\": { \"type\": 3, \"message\": \"Sure?\", \"actions\": [{ \"title\": \"Yes\" }] } }]");
    assertEquals("null", answer(3));
    assertEquals(List.of("Look here"), ui.messages);
  }

  @Test
  void opensPagesOfTheWebAndFilesAndNothingElse() throws Exception {
    ask("""
        [{ "id": 1, "method": "window/showDocument", "params": { "uri": "https://jira.example.com/browse/ABC-1", "external": true } },
         { "id": 2, "method": "window/showDocument", "params": { "uri": "file:///tmp/ABC-1.md", "takeFocus": true } },
         { "id": 3, "method": "window/showDocument", "params": { "uri": "file:///etc/passwd", "external": true } },
         { "id": 4, "method": "window/showDocument", "params": { "uri": "command:rm", "external": true } },
         { "id": 5, "method": "window/showDocument", "params": { "uri": "no uri at all", "external": false } }]
        """);
    assertEquals("{\"success\":true}", answer(1));
    assertEquals("{\"success\":true}", answer(2));
    for (int refused = 3; refused <= 5; refused++) assertEquals("{\"success\":false}", answer(refused));
    assertEquals(List.of("https://jira.example.com/browse/ABC-1"), ui.browsed.stream().map(Object::toString).toList());
    assertEquals(List.of("file:///tmp/ABC-1.md"), ui.openedFiles.stream().map(Object::toString).toList());
  }

  @Test
  void tellsSettingsAndFoldersAndTheirChanges() throws Exception {
    ask("""
        [{ "id": 1, "method": "workspace/configuration", "params": { "items": [{ "section": "jira" }, { "section": "other" }] } },
         { "id": 2, "method": "workspace/workspaceFolders" }]
        """);
    assertEquals("[{\"requestTimeout\":7},null]", answer(1));
    assertEquals("[{\"uri\":\"file:///work/shop\",\"name\":\"shop\"}]", answer(2));
    agent.configure(InitializationOptions.of().withRequestTimeout(9));
    assertEquals("{\"settings\":{\"jira\":{\"requestTimeout\":9}}}", lineOf("told workspace/didChangeConfiguration"));
    agent.setFolders(List.of(new WorkspaceFolder("file:///work/till", "till")));
    assertEquals(
        "{\"event\":{\"added\":[{\"uri\":\"file:///work/till\",\"name\":\"till\"}],\"removed\":[{\"uri\":\"file:///work/shop\",\"name\":\"shop\"}]}}",
        lineOf("told workspace/didChangeWorkspaceFolders"));
  }

  @Test
  void tellsWhatChangesWhileTheAgentStartsToo() throws Exception {
    agent.configure(InitializationOptions.of().withRequestTimeout(9));
    agent.setFolders(List.of());
    assertEquals("{\"settings\":{\"jira\":{\"requestTimeout\":9}}}", lineOf("told workspace/didChangeConfiguration"));
    assertEquals("{\"event\":{\"added\":[],\"removed\":[{\"uri\":\"file:///work/shop\",\"name\":\"shop\"}]}}", lineOf("told workspace/didChangeWorkspaceFolders"));
  }

  @Test
  void showsWhatTakesAWhileAndCancelsIt() throws Exception {
    ask("""
        [{ "id": 1, "method": "window/workDoneProgress/create", "params": { "token": "t" } },
         { "method": "$/progress", "params": { "token": "t", "value": { "kind": "begin", "title": "Waiting", "cancellable": true } } },
         { "method": "$/progress", "params": { "token": "t", "value": { "kind": "report", "percentage": 50 } } },
         { "method": "$/progress", "params": { "token": "nobody", "value": { "kind": "end" } } }]
        """);
    assertEquals("null", answer(1));
    cancels.poll(120, TimeUnit.SECONDS).run();
    assertEquals("{\"token\":\"t\"}", lineOf("told window/workDoneProgress/cancel"));
    ask("[{ \"method\": \"$/progress\", \"params\": { \"token\": \"t\", \"value\": { \"kind\": \"end\" } } }]");
    assertEquals(List.of("begin Waiting", "report Waiting", "end Waiting"), ui.progress);
  }

  @Test
  void refusesWhatItCannotDoAndWhatItCannotRead() throws Exception {
    ask("""
        [{ "id": 1, "method": "jira/readSecret", "params": { "name": "n" } },
         { "id": 2, "method": "jira/storeSecret", "params": { "secret": "s3cret" } },
         { "id": 3, "method": "jira/unheardOf", "params": {} },
         { "id": 4, "method": "workspace/unheardOf", "params": {} },
         { "method": "jira/providersChanged", "params": { "providers": 7 } }]
        """);
    assertEquals("{\"code\":-32803}", answer(1));
    assertEquals("{\"code\":-32602}", answer(2));
    assertEquals("{\"code\":-32601}", answer(3));
    assertEquals("{\"code\":-32601}", answer(4));
  }

  private void ask(String questions) throws IOException {
    JsonElement read = JsonParser.parseString(questions);
    Files.writeString(folder.resolve("questions.json"), read.toString());
    await(agent.request(JiraRequests.PROVIDERS, new ProvidersParams()));
  }

  private String answer(int id) throws InterruptedException {
    return lineOf("answer " + id);
  }

  /** What stands after a beginning, in the first line that has it; other lines are left for who asks for them. */
  private String lineOf(String beginning) throws InterruptedException {
    for (int at = 0; ; at++) {
      while (at >= seen.size()) seen.add(next(beginning));
      if (seen.get(at).startsWith(beginning + " ")) return seen.remove(at).substring(beginning.length() + 1);
    }
  }

  private String next(String beginning) throws InterruptedException {
    String line = lines.poll(120, TimeUnit.SECONDS);
    if (line == null) throw new AssertionError("No line begins with " + beginning + ": " + ui.log);
    return line;
  }
}
