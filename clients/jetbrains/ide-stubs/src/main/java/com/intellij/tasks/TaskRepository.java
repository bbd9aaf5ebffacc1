package com.intellij.tasks;

import com.intellij.openapi.progress.ProgressIndicator;
import java.util.Set;
import java.util.concurrent.Callable;

/** A stand-in to compile against; see published.txt. */
public abstract class TaskRepository implements Cloneable {
  public static final int TIME_MANAGEMENT = 0x0004;
  public static final int STATE_UPDATING = 0x0008;
  public static final int NATIVE_SEARCH = 0x0010;

  public TaskRepository() {}

  public TaskRepository(TaskRepositoryType<?> type) {}

  protected TaskRepository(TaskRepository other) {}

  @Override
  public abstract TaskRepository clone();

  public String getUrl() {
    throw new UnsupportedOperationException();
  }

  public void setUrl(String url) {}

  public boolean isConfigured() {
    throw new UnsupportedOperationException();
  }

  public String getPresentableName() {
    throw new UnsupportedOperationException();
  }

  public CancellableConnection createCancellableConnection() {
    throw new UnsupportedOperationException();
  }

  public Task[] getIssues(String query, int offset, int limit, boolean withClosed) throws Exception {
    throw new UnsupportedOperationException();
  }

  public Task[] getIssues(String query, int offset, int limit, boolean withClosed, ProgressIndicator indicator)
      throws Exception {
    throw new UnsupportedOperationException();
  }

  public Set<CustomTaskState> getAvailableTaskStates(Task task) throws Exception {
    throw new UnsupportedOperationException();
  }

  public void setTaskState(Task task, CustomTaskState state) throws Exception {
    throw new UnsupportedOperationException();
  }

  public abstract void setPreferredOpenTaskState(CustomTaskState state);

  public abstract CustomTaskState getPreferredOpenTaskState();

  public abstract void setPreferredCloseTaskState(CustomTaskState state);

  public abstract CustomTaskState getPreferredCloseTaskState();

  public abstract Task findTask(String id) throws Exception;

  public abstract String extractId(String taskName);

  public void updateTimeSpent(LocalTask task, String timeSpent, String comment) throws Exception {
    throw new UnsupportedOperationException();
  }

  protected int getFeatures() {
    throw new UnsupportedOperationException();
  }

  public abstract static class CancellableConnection implements Callable<Exception> {
    public CancellableConnection() {}

    @Override
    public final Exception call() {
      try {
        doTest();
        return null;
      } catch (Exception failure) {
        return failure;
      }
    }

    protected abstract void doTest() throws Exception;

    public abstract void cancel();
  }
}
