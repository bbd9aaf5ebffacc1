package org.jiralanguageserver.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.InitializationOptions;

/**
 * What an agent is started with.
 *
 * @param program the agent: its {@code main.js}
 * @param node the Node.js that runs it, as the user set it; {@code null} to look for one
 * @param storage the folder of its files; {@code null} for the platform's data folder
 * @param settings its settings
 * @param folders the folders that are open
 * @param environment variables beside those of this process
 * @param clientName the name of the client, for instance that of the IDE
 * @param clientVersion its version
 */
public record AgentOptions(
    Path program,
    @Nullable String node,
    @Nullable Path storage,
    InitializationOptions settings,
    List<WorkspaceFolder> folders,
    Map<String, String> environment,
    String clientName,
    String clientVersion) {
  public AgentOptions {
    folders = List.copyOf(folders);
    environment = Map.copyOf(environment);
  }

  /** With the defaults of everything else. */
  public static AgentOptions of(Path program, String clientName, String clientVersion) {
    return new AgentOptions(program, null, null, InitializationOptions.of(), List.of(), Map.of(), clientName, clientVersion);
  }

  /** The same with another Node.js; {@code null} to look for one. */
  public AgentOptions withNode(@Nullable String node) {
    return new AgentOptions(program, node, storage, settings, folders, environment, clientName, clientVersion);
  }

  /** The same with another folder; {@code null} for the platform's. */
  public AgentOptions withStorage(@Nullable Path storage) {
    return new AgentOptions(program, node, storage, settings, folders, environment, clientName, clientVersion);
  }

  /** The same with other settings. */
  public AgentOptions withSettings(InitializationOptions settings) {
    return new AgentOptions(program, node, storage, settings, folders, environment, clientName, clientVersion);
  }

  /** The same with other folders. */
  public AgentOptions withFolders(List<WorkspaceFolder> folders) {
    return new AgentOptions(program, node, storage, settings, folders, environment, clientName, clientVersion);
  }

  /** The same with other variables. */
  public AgentOptions withEnvironment(Map<String, String> environment) {
    return new AgentOptions(program, node, storage, settings, folders, environment, clientName, clientVersion);
  }

  /** Without the environment, which may hold secrets of the user. */
  @Override
  public String toString() {
    return "AgentOptions[program=" + program + ", node=" + node + ", storage=" + storage + "]";
  }
}
