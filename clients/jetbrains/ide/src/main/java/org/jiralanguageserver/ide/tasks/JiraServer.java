package org.jiralanguageserver.ide.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.JiraException;
import org.jiralanguageserver.ide.JiraBundle;
import org.jiralanguageserver.protocol.ErrorKind;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.IssuesParams;
import org.jiralanguageserver.protocol.IssuesResult;
import org.jiralanguageserver.protocol.JiraCommands;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.LogWorkArguments;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProvidersParams;
import org.jiralanguageserver.protocol.StatusCategory;
import org.jiralanguageserver.protocol.Transition;
import org.jiralanguageserver.protocol.TransitionParams;
import org.jiralanguageserver.protocol.TransitionsParams;

/**
 * What tasks need of a server, for threads that wait. It knows nothing of the IDE. Failures are exceptions whose
 * message is for people.
 */
final class JiraServer {
  private static final long LOOK_EVERY_MILLISECONDS = 100;

  private final Supplier<Agent> agent;
  private final String baseUrl;

  /** @param baseUrl of a server that was added */
  JiraServer(Supplier<Agent> agent, String baseUrl) {
    this.agent = agent;
    this.baseUrl = baseUrl;
  }

  /**
   * Issues that a query finds: a key, an address or words; nothing: the open ones of the user.
   *
   * @param checkCancelled throws where nobody waits any more
   */
  List<Issue> issues(String query, int offset, int limit, boolean withClosed, Runnable checkCancelled) throws Exception {
    IssuesParams params = IssuesParams.of().withProvider(provider(checkCancelled).id()).withLimit(offset + limit);
    IssuesParams asked = query.isBlank() ? params : params.withText(query);
    List<Issue> found = new ArrayList<>();
    @Nullable String next = null;
    do {
      IssuesResult page = await(agent.get().request(JiraRequests.ISSUES, asked.withCursor(next)), checkCancelled);
      page.issues().stream().filter(issue -> withClosed || issue.status().category() != StatusCategory.DONE).forEach(found::add);
      next = page.cursor();
    } while (next != null && found.size() < offset + limit);
    return found.stream().skip(offset).limit(limit).toList();
  }

  /** An issue with all that is told of it; empty where there is none of this key. */
  Optional<IssueResult> issue(String key) throws Exception {
    try {
      return Optional.of(await(agent.get().request(JiraRequests.ISSUE, IssueParams.of(key).withProvider(provider(() -> {}).id())), () -> {}));
    } catch (JiraException refused) {
      if (refused.kind() == ErrorKind.NOT_FOUND) return Optional.empty();
      throw refused;
    }
  }

  /** The transitions that are open, for an issue as it is now. */
  List<Transition> transitions(String key) throws Exception {
    return await(agent.get().request(JiraRequests.TRANSITIONS, TransitionsParams.of(key).withProvider(provider(() -> {}).id())), () -> {}).transitions();
  }

  /** Moves an issue by a transition. */
  void transition(String key, String transition) throws Exception {
    await(agent.get().request(JiraRequests.TRANSITION, TransitionParams.of(key, transition).withProvider(provider(() -> {}).id())), () -> {});
  }

  /** Logs work. @param timeSpent as people write it, for instance {@code 1h 30m} */
  void logWork(String key, String timeSpent, String comment) throws Exception {
    LogWorkArguments arguments = LogWorkArguments.of().withProvider(provider(() -> {}).id()).withKey(key).withTimeSpent(Either.forRight(timeSpent));
    await(agent.get().execute(JiraCommands.LOG_WORK, comment.isBlank() ? arguments : arguments.withComment(comment)), () -> {});
  }

  /** Asks whether the server answers, for the user who is signed in. */
  void test(Runnable checkCancelled) throws Exception {
    issues("", 0, 1, true, checkCancelled);
  }

  private Provider provider(Runnable checkCancelled) throws Exception {
    return await(agent.get().request(JiraRequests.PROVIDERS, new ProvidersParams()), checkCancelled).providers().stream()
        .filter(each -> each.baseUrl().equals(baseUrl))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(JiraBundle.text("tasks.noServer", baseUrl)));
  }

  private static <R> R await(CompletableFuture<R> future, Runnable checkCancelled) throws Exception {
    try {
      while (true) {
        checkCancelled.run();
        try {
          return future.get(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          continue;
        }
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      future.cancel(true);
    }
  }
}
