package org.jiralanguageserver.ide;

import com.intellij.openapi.Disposable;
import com.intellij.openapi.application.ApplicationManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.AgentOptions;
import org.jiralanguageserver.ide.settings.JiraSettings;
import org.jiralanguageserver.model.JiraModels;

/**
 * The one agent of the IDE, for all its projects. It is started by the first who asks for it, and ends with the IDE or
 * when the plugin goes.
 */
public final class AgentService implements Disposable {
  private static final String CLIENT = "jira-jetbrains";

  private final Map<JiraProject, WorkspaceFolder> folders = new LinkedHashMap<>();
  private final IdeUi ui = new IdeUi();
  private final Supplier<AgentOptions> program;
  private @Nullable Agent agent;
  private @Nullable JiraModels models;
  private boolean disposed;

  /** Called by the platform. */
  public AgentService() {
    this(AgentService::installed);
  }

  /** @param program the agent that is started, and how it is told who starts it */
  AgentService(Supplier<AgentOptions> program) {
    this.program = program;
  }

  /** The only one. */
  public static AgentService get() {
    return ApplicationManager.getApplication().getService(AgentService.class);
  }

  /** The agent, which is started where it is not yet. */
  public synchronized Agent agent() {
    if (disposed) throw new IllegalStateException("the IDE is closing");
    if (agent == null) agent = Agent.start(options(), ui, new PasswordSafeSecrets());
    return agent;
  }

  /** The models of everything that is shown; for the event dispatch thread. */
  public synchronized JiraModels models() {
    if (models == null) models = new JiraModels(agent(), ui, SwingUtilities::invokeLater);
    return models;
  }

  /** What the agent tells and asks the user through. */
  IdeUi ui() {
    return ui;
  }

  /** Has the agent work with the settings as they are now: it reads them at its start. */
  public synchronized void settingsChanged() {
    if (agent == null) return;
    agent.configure(JiraSettings.get().options());
    agent.setNode(node());
    agent.restart();
  }

  /** Tells the agent of a project's folder, and of its file {@code .jira.json}; {@code null} for one that is not trusted. */
  synchronized void setFolder(JiraProject project, @Nullable WorkspaceFolder folder) {
    boolean changed = folder == null ? folders.remove(project) != null : !folder.equals(folders.put(project, folder));
    if (changed && agent != null) agent.setFolders(List.copyOf(folders.values()));
  }

  @Override
  public void dispose() {
    @Nullable Agent ending;
    @Nullable JiraModels closing;
    synchronized (this) {
      disposed = true;
      ending = agent;
      closing = models;
      agent = null;
      models = null;
    }
    if (closing != null) closing.close();
    if (ending != null) ending.close();
  }

  private AgentOptions options() {
    return program.get()
        .withNode(node())
        .withSettings(JiraSettings.get().options())
        .withFolders(List.copyOf(folders.values()));
  }

  private static AgentOptions installed() {
    @Nullable String version = AgentService.class.getPackage().getImplementationVersion();
    return AgentOptions.of(PluginFiles.agentProgram(), CLIENT, version == null ? "" : version);
  }

  private static @Nullable String node() {
    String path = JiraSettings.get().node();
    return path.isEmpty() ? null : path;
  }
}
