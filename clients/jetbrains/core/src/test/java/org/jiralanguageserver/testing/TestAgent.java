package org.jiralanguageserver.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.AgentOptions;
import org.jiralanguageserver.agent.SecretStore;
import org.jiralanguageserver.protocol.AuthorizeParams;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.CompleteAuthorizationParams;
import org.jiralanguageserver.protocol.ConfigureParams;
import org.jiralanguageserver.protocol.GenerateKeyPairParams;
import org.jiralanguageserver.protocol.InitializationOptions;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.KeyPair;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.wire.Request;

/** The built agent with a storage folder and a home of its own, which are removed at the end. */
public final class TestAgent implements AutoCloseable {
  private static final int PATIENCE = 120;

  private final Path home;
  private final RecordingUi ui;
  private final Agent agent;

  private TestAgent(Path home, RecordingUi ui, Agent agent) {
    this.home = home;
    this.ui = ui;
    this.agent = agent;
  }

  /** Starts one that keeps secrets in its own files. */
  public static TestAgent start() {
    return start(null);
  }

  /** Starts one that keeps secrets where the test says. */
  public static TestAgent start(@Nullable SecretStore secrets) {
    try {
      Path home = Files.createTempDirectory("jira-jetbrains-");
      RecordingUi ui = new RecordingUi();
      return new TestAgent(home, ui, Agent.start(options(home, secrets == null ? "file" : "client"), ui, secrets));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The options of a test's agent. */
  public static AgentOptions options(Path home, String credentialStore) {
    InitializationOptions.CredentialStore store = "client".equals(credentialStore) ? InitializationOptions.CredentialStore.CLIENT : InitializationOptions.CredentialStore.FILE;
    return AgentOptions.of(Project.agent(), "JUnit", "1.0")
        .withNode(Project.node())
        .withStorage(home.resolve("storage"))
        .withSettings(InitializationOptions.of().withCredentialStore(store))
        .withEnvironment(Map.of("HOME", home.toString(), "XDG_DATA_HOME", home.toString(), "NO_PROXY", "*"));
  }

  public Agent agent() {
    return agent;
  }

  public RecordingUi ui() {
    return ui;
  }

  /** The folder that holds all of its files. */
  public Path home() {
    return home;
  }

  /** Sends a request, and waits for its answer. */
  public <P, R> R ask(Request<P, R> request, P params) {
    return await(agent.request(request, params));
  }

  /** Configures a provider with a personal access token. */
  public Provider connectByToken(HonestJira jira, String user) {
    Authentication token = new Authentication.Token(jira.createToken(user));
    return ask(JiraRequests.CONFIGURE, ConfigureParams.of(jira.baseUrl(), token)).provider();
  }

  /** Configures a provider with OAuth, and plays the administrator and the user. */
  public Provider connectByOAuth(HonestJira jira, String user) {
    KeyPair keys = ask(JiraRequests.GENERATE_KEY_PAIR, GenerateKeyPairParams.of().withBits(1024));
    jira.createApplicationLink(keys.applicationLink());
    Authentication oauth = Authentication.OAuth1.of(keys.applicationLink().consumerKey()).withKeyPair(keys.id());
    Provider provider = ask(JiraRequests.CONFIGURE, ConfigureParams.of(jira.baseUrl(), oauth)).provider();
    var begun = ask(JiraRequests.AUTHORIZE, AuthorizeParams.of(provider.id()));
    var completed = agent.request(JiraRequests.COMPLETE_AUTHORIZATION, CompleteAuthorizationParams.of(begun.authorization()));
    new TestBrowser().allow(URI.create(begun.url()), user);
    return await(completed).provider();
  }

  /** Kills the process, as a crash does, and waits until it is gone. */
  public void kill() {
    ProcessHandle process = process();
    process.destroyForcibly();
    await(process.onExit());
  }

  /** The process that runs now. */
  public ProcessHandle process() {
    return ProcessHandle.current().children()
        .filter(child -> child.info().arguments().map(arguments -> List.of(arguments).contains(home.resolve("storage").toString())).orElse(false))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No agent runs."));
  }

  /** Waits for a future; its problem is thrown as it is. */
  public static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException problem) {
      if (problem.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(problem.getCause());
    } catch (TimeoutException problem) {
      throw new AssertionError("It did not end within " + PATIENCE + " seconds.", problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    agent.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
