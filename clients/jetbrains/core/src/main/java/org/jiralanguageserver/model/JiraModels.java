package org.jiralanguageserver.model;

import java.util.concurrent.Executor;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.ClientUi;
import org.jiralanguageserver.protocol.Provider;

/** Makes the models of a window. */
public final class JiraModels implements AutoCloseable {
  private final Agent agent;
  private final ClientUi ui;
  private final Executor thread;
  private final ProvidersModel providers;

  /**
   * @param ui opens the browser
   * @param thread the thread of all models, for instance {@code SwingUtilities::invokeLater}
   */
  public JiraModels(Agent agent, ClientUi ui, Executor thread) {
    this.agent = agent;
    this.ui = ui;
    this.thread = thread;
    this.providers = new ProvidersModel(agent, thread);
  }

  /** The configured servers: one model for all who show them. */
  public ProvidersModel providers() {
    return providers;
  }

  /** Adds a server. */
  public AddServerModel addServer() {
    return new AddServerModel(agent, ui, thread, null);
  }

  /** Changes how one gets into a server that is there. */
  public AddServerModel changeServer(Provider provider) {
    return new AddServerModel(agent, ui, thread, provider);
  }

  /** Signs in to a server by OAuth. */
  public AuthorizationModel authorization(Provider provider) {
    return new AuthorizationModel(agent, ui, thread, provider);
  }

  /** A list of issues. */
  public IssueListModel issueList() {
    return new IssueListModel(agent, thread);
  }

  /**
   * The page of an issue.
   *
   * @param provider the provider; {@code null} where the key alone says it
   */
  public IssueModel issue(@Nullable String provider, String key) {
    return new IssueModel(agent, thread, provider, key);
  }

  /**
   * Creates an issue.
   *
   * @param provider the provider; {@code null} for the only one
   */
  public CreateIssueModel createIssue(@Nullable String provider) {
    return new CreateIssueModel(agent, thread, provider);
  }

  /** The issue of the branch. */
  public CurrentIssueModel currentIssue() {
    return new CurrentIssueModel(agent, thread);
  }

  @Override
  public void close() {
    providers.close();
  }
}
