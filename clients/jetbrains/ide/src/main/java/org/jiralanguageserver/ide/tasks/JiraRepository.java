package org.jiralanguageserver.ide.tasks;

import com.intellij.openapi.progress.ProgressIndicator;
import com.intellij.tasks.CustomTaskState;
import com.intellij.tasks.LocalTask;
import com.intellij.tasks.Task;
import com.intellij.tasks.TaskRepository;
import com.intellij.util.xmlb.annotations.Tag;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.ide.AgentService;

/**
 * A server for “Open Task”. It holds the address alone: who the user is, and how the server is reached, the agent knows.
 * The platform writes its properties to disk, and calls it on threads that may wait.
 */
@Tag(JiraRepositoryType.NAME)
public final class JiraRepository extends TaskRepository {
  /** What a name must look like to be asked for: which keys there are, Jira says. */
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]+-\\d+");

  private @Nullable CustomTaskState openState;
  private @Nullable CustomTaskState closeState;

  /** Called by the platform, when it reads one from disk. */
  public JiraRepository() {}

  JiraRepository(JiraRepositoryType type) {
    super(type);
  }

  private JiraRepository(JiraRepository other) {
    super(other);
    openState = other.openState;
    closeState = other.closeState;
  }

  @Override
  public TaskRepository clone() {
    return new JiraRepository(this);
  }

  @Override
  protected int getFeatures() {
    return NATIVE_SEARCH | STATE_UPDATING | TIME_MANAGEMENT;
  }

  @Override
  public Task[] getIssues(@Nullable String query, int offset, int limit, boolean withClosed) throws Exception {
    return tasks(query, offset, limit, withClosed, () -> {});
  }

  @Override
  public Task[] getIssues(@Nullable String query, int offset, int limit, boolean withClosed, ProgressIndicator indicator) throws Exception {
    return tasks(query, offset, limit, withClosed, indicator::checkCanceled);
  }

  @Override
  public @Nullable Task findTask(String id) throws Exception {
    return server().issue(id).map(issue -> new JiraTask(this, issue)).orElse(null);
  }

  @Override
  public @Nullable String extractId(String taskName) {
    return KEY.matcher(taskName).matches() ? taskName : null;
  }

  /** The transitions that are open: their ids are the states. */
  @Override
  public Set<CustomTaskState> getAvailableTaskStates(Task task) throws Exception {
    Set<CustomTaskState> states = new LinkedHashSet<>();
    server().transitions(task.getId()).forEach(each -> states.add(new CustomTaskState(each.id(), each.name())));
    return states;
  }

  @Override
  public void setTaskState(Task task, CustomTaskState state) throws Exception {
    server().transition(task.getId(), state.getId());
  }

  @Override
  public void updateTimeSpent(LocalTask task, String timeSpent, String comment) throws Exception {
    server().logWork(task.getId(), timeSpent, comment);
  }

  @Override
  public CancellableConnection createCancellableConnection() {
    return new Connection(server());
  }

  @Override
  public @Nullable CustomTaskState getPreferredOpenTaskState() {
    return openState;
  }

  @Override
  public void setPreferredOpenTaskState(@Nullable CustomTaskState state) {
    openState = state;
  }

  @Override
  public @Nullable CustomTaskState getPreferredCloseTaskState() {
    return closeState;
  }

  @Override
  public void setPreferredCloseTaskState(@Nullable CustomTaskState state) {
    closeState = state;
  }

  private Task[] tasks(@Nullable String query, int offset, int limit, boolean withClosed, Runnable checkCancelled) throws Exception {
    return server().issues(query == null ? "" : query, offset, limit, withClosed, checkCancelled).stream()
        .map(issue -> new JiraTask(this, issue))
        .toArray(Task[]::new);
  }

  private JiraServer server() {
    return new JiraServer(AgentService.get()::agent, getUrl());
  }

  private static final class Connection extends CancellableConnection {
    private final JiraServer server;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    Connection(JiraServer server) {
      this.server = server;
    }

    @Override
    protected void doTest() throws Exception {
      server.test(() -> {
        if (cancelled.get()) throw new CancellationException();
      });
    }

    @Override
    public void cancel() {
      cancelled.set(true);
    }
  }
}
