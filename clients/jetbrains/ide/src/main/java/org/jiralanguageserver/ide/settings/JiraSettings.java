package org.jiralanguageserver.ide.settings;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.components.PersistentStateComponent;
import com.intellij.openapi.components.RoamingType;
import com.intellij.openapi.components.State;
import com.intellij.openapi.components.Storage;
import org.jiralanguageserver.protocol.InitializationOptions;
import org.jiralanguageserver.wire.JiraJson;

/**
 * The settings, for the whole IDE and not for a project: a repository sets none of them. They stay on this machine,
 * since paths are among them.
 */
@State(name = "org.jiralanguageserver.JiraSettings", storages = @Storage(value = "jira-language-server.xml", roamingType = RoamingType.DISABLED))
public final class JiraSettings implements PersistentStateComponent<JiraSettings.Stored> {
  private Stored stored = new Stored();

  /** What is written to disk; the platform reads and writes its fields. */
  public static final class Stored {
    /** The path of Node.js; empty to look for one. */
    public String node = "";
    /** The settings of the agent, as JSON. */
    public String agent = "{}";
  }

  /** The only one. */
  public static JiraSettings get() {
    return ApplicationManager.getApplication().getService(JiraSettings.class);
  }

  @Override
  public Stored getState() {
    return stored;
  }

  @Override
  public void loadState(Stored state) {
    stored = state;
  }

  /** The path of Node.js; empty to look for one. */
  public String node() {
    return stored.node;
  }

  /** The settings of the agent; none where what is on disk cannot be read. */
  public JsonObject agent() {
    try {
      return JsonParser.parseString(stored.agent).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException broken) {
      return new JsonObject();
    }
  }

  /** The settings as the agent is told of them. */
  public InitializationOptions options() {
    try {
      return JiraJson.fromJson(agent(), InitializationOptions.class);
    } catch (JsonParseException broken) {
      return InitializationOptions.of();
    }
  }

  /** Takes other settings. */
  public void set(String node, JsonObject agent) {
    stored.node = node;
    stored.agent = agent.toString();
  }
}
